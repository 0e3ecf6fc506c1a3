import { Knex } from 'knex';

/** How many tasks are in these phases, counted no further than the cap. Locks nothing. */
export async function countWaiting(
  knex: Knex,
  phases: readonly string[],
  cap: number,
): Promise<number> {
  const capped = knex('task')
    .select('id')
    .whereIn('phase', [...phases])
    .limit(cap)
    .as('capped');
  const row = await knex(capped).count({ count: '*' }).first();
  return Number(row?.count ?? 0);
}
