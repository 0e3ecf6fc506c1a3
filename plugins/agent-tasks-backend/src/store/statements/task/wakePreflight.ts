import { Knex } from 'knex';
import { databaseClock } from '../../databaseClock';

/**
 * Makes the preflight of the named tasks due now, unless it is due or held by a worker already.
 * Runs under the admission lock. Safe to call twice.
 */
export async function wakePreflight(
  trx: Knex.Transaction,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await trx('task')
    .whereIn('id', [...ids])
    .whereNull('start_due_at')
    .update({ start_due_at: databaseClock(trx) });
}
