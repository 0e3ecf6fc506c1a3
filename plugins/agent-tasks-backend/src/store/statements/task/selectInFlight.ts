import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { READ_COLUMNS, ReadRow, taskOf } from '../../rows';

/**
 * All tasks that count for some limit, as the domain marked them when they were written. Reads the
 * partial index, whose condition must be said in the same words. Locks nothing.
 */
export async function selectInFlight(knex: Knex): Promise<Task[]> {
  const rows: ReadRow[] = await knex('task')
    .whereRaw('is_counted')
    .select(READ_COLUMNS);
  return rows.map(taskOf);
}
