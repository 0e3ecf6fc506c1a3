import { Knex } from 'knex';
import { databaseClock } from '../../databaseClock';

/**
 * Gives one caller the right to sweep a lane of an identity, by moving its due time ahead. The
 * condition is part of the update, so that of several replicas one wins. A crash costs the hold.
 */
export async function claimSweep(
  knex: Knex,
  id: string,
  column: 'next_sweep_at' | 'next_archived_sweep_at',
  holdForMs: number,
): Promise<boolean> {
  const clock = databaseClock(knex);
  await knex('identity').insert({ id }).onConflict('id').ignore();
  const claimed = await knex('identity')
    .where({ id })
    .where(due => due.whereNull(column).orWhere(column, '<=', clock))
    .update({ [column]: knex.raw('? + ?', [clock, holdForMs]) });
  return claimed === 1;
}
