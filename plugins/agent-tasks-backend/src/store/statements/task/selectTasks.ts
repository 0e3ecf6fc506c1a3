import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { taskOf } from '../../rows';
import { TaskRow } from '../../tables';

/** Reads tasks by id, in no order. Locks nothing; those that do not exist are left out. */
export async function selectTasks(
  knex: Knex,
  ids: readonly string[],
): Promise<Task[]> {
  if (ids.length === 0) return [];
  const rows = await knex<TaskRow>('task').whereIn('id', [...ids]);
  return rows.map(row => taskOf(row as TaskRow));
}
