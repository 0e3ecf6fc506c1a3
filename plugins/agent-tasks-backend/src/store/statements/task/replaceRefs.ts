import { Knex } from 'knex';

/**
 * Makes one of the tables of references say exactly what the task says. Must run behind the
 * version fence of the task, which serialises the writers of one task. Safe to call twice.
 */
export async function replaceRefs(
  trx: Knex.Transaction,
  table: 'task_owner' | 'task_route',
  taskId: string,
  rows: readonly { task_id: string; owner_ref: string }[],
): Promise<void> {
  await trx(table).where({ task_id: taskId }).delete();
  if (rows.length > 0) await trx(table).insert(rows);
}
