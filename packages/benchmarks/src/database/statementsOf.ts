import { Knex } from 'knex';

/** How many statements the work sends, `begin` and `commit` included. */
export async function statementsOf(
  knex: Knex,
  work: () => Promise<unknown>,
): Promise<number> {
  let statements = 0;
  const counted = () => {
    statements += 1;
  };
  knex.on('query', counted);
  try {
    await work();
  } finally {
    knex.removeListener('query', counted);
  }
  return statements;
}
