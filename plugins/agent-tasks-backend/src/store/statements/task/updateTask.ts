import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { dueTimesOf, rowOf } from '../../rows';
import { DUE_COLUMNS, TaskRow } from '../../tables';

/**
 * Writes a task over the version that was loaded: exactly one of several writers wins, and the
 * others see `false` and have written nothing. A due column that the change does not move is left
 * alone: since the task was loaded, a loop may have claimed by it, or a hint brought it forward.
 * Safe to call twice.
 */
export async function updateTask(
  trx: Knex.Transaction,
  before: Task,
  after: Task,
): Promise<boolean> {
  const { id, ...columns }: Partial<TaskRow> = rowOf(after);
  const loaded = dueTimesOf(before);
  for (const column of DUE_COLUMNS) {
    if (columns[column] === loaded[column]) delete columns[column];
  }
  const changed = await trx('task')
    .where({ id: before.id, version: before.version })
    .update(columns);
  return changed === 1;
}
