import { Knex } from 'knex';

/** Gives the database to another portal, by an operator's word. Safe to call twice. */
export async function adoptInstance(
  knex: Knex,
  instance: string | null,
): Promise<void> {
  await knex('installation').where({ singleton: 1 }).update({ instance });
}
