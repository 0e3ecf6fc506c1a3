import { Knex } from 'knex';
import { databaseClock } from '../../databaseClock';
import { ReadHint } from '../../TaskStore';

/**
 * Brings the next read of the named tasks forward to now; never moves one back, and touches no
 * task that is not followed. Locks the rows it changes for the length of the statement. Safe to
 * call twice.
 */
export async function hintReads(
  knex: Knex,
  column: 'read_due_at' | 'artifact_due_at',
  hint: ReadHint,
): Promise<number> {
  const clock = databaseClock(knex);
  const query = knex('task')
    .whereNotNull('provider_task_id')
    .where(later => later.whereNull(column).orWhere(column, '>', clock));
  if (hint.providerTaskId !== undefined) {
    query.where({ provider_task_id: hint.providerTaskId });
  }
  if (hint.repositoryId !== undefined) {
    query.where({ repository_id: hint.repositoryId });
  }
  if (hint.branch !== undefined) query.where({ branch: hint.branch });
  return query.update({ [column]: clock });
}
