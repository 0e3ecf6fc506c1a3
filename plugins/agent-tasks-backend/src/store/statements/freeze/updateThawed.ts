import { Knex } from 'knex';
import { databaseClock } from '../../databaseClock';

/**
 * Ends a freeze, unless somebody has: who thawed it first stays on record. Whoever calls it holds
 * the admission row, so that no decision sees half of what it is about. Safe to call twice.
 */
export async function updateThawed(
  trx: Knex.Transaction,
  id: string,
  by: string,
): Promise<void> {
  await trx('freeze')
    .where({ id })
    .whereNull('thawed_at')
    .update({ thawed_at: databaseClock(trx), thawed_by: by });
}
