import { Knex } from 'knex';

/**
 * Deletes tasks with all that belongs to them, in the caller's transaction: a record without its
 * task would be taken for one that lost its head.
 */
export async function deleteTasks(
  trx: Knex.Transaction,
  taskIds: readonly string[],
): Promise<void> {
  for (const table of [
    'task_event_payload',
    'task_event',
    'cost_entry',
    'raw_report',
  ]) {
    await trx(table)
      .whereIn('task_id', [...taskIds])
      .delete();
  }
  await trx('task')
    .whereIn('id', [...taskIds])
    .delete();
}
