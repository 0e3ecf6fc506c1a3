import { Knex } from 'knex';

/**
 * Locks a task until the transaction ends, by a write that changes nothing: so it does on SQLite,
 * where whoever has read cannot always write afterwards. Others who write the task wait.
 */
export async function lockTask(
  trx: Knex.Transaction,
  taskId: string,
): Promise<void> {
  await trx('task')
    .where({ id: taskId })
    .update({ version: trx.ref('version') });
}
