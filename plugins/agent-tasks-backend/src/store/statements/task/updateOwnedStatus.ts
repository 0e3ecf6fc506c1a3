import { TaskStatus } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Knex } from 'knex';

/**
 * Makes the rows of a task's owners say its status, by which the lists of an owner are narrowed.
 * Must run behind the version fence of the task, which serialises the writers of one task. Safe to
 * call twice.
 */
export async function updateOwnedStatus(
  trx: Knex.Transaction,
  taskId: string,
  status: TaskStatus,
): Promise<void> {
  await trx('task_owner')
    .where({ task_id: taskId })
    .update({ task_status: status });
}
