import { Knex } from 'knex';

/**
 * Makes one of the tables of references say exactly what the task says. Must run behind the
 * version fence of the task, which serialises the writers of one task. Safe to call twice.
 */
export async function replaceRefs(
  trx: Knex.Transaction,
  table: 'task_owner' | 'task_route',
  taskId: string,
  refs: readonly string[],
): Promise<void> {
  await trx(table).where({ task_id: taskId }).delete();
  if (refs.length === 0) return;
  await trx(table).insert(
    [...new Set(refs)].map(ref => ({ task_id: taskId, owner_ref: ref })),
  );
}
