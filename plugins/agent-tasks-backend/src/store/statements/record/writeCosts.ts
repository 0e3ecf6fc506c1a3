import { Knex } from 'knex';
import { CostChange } from '../../../domain/cost/cost';

/**
 * Writes changes of the ledger. An insert of a row that stands fails on the primary key and takes
 * the whole transaction with it: a double charge cannot be stored. A raise never lowers.
 */
export async function writeCosts(
  trx: Knex.Transaction,
  taskId: string,
  at: number,
  changes: readonly CostChange[],
): Promise<void> {
  for (const { step, session, kind, amount } of changes) {
    const key = { task_id: taskId, session: `${taskId}/${session}`, kind };
    if (step === 'insert') {
      await trx('cost_entry').insert({ ...key, amount, at });
    } else {
      await trx('cost_entry')
        .where(key)
        .where('amount', '<', amount)
        .update({ amount, at });
    }
  }
}
