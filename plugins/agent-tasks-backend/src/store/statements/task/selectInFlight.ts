import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { taskOf } from '../../rows';
import { TaskRow } from '../../tables';

/** All tasks that count for some limit, as the domain marked them when they were written. */
export async function selectInFlight(knex: Knex): Promise<Task[]> {
  const rows: TaskRow[] = await knex('task').where('is_counted', true);
  return rows.map(taskOf);
}
