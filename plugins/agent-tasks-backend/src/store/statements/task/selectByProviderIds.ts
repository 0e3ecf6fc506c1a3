import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { taskOf } from '../../rows';
import { TaskRow } from '../../tables';

/** Reads tasks by the provider's ids, through their unique index. Locks nothing. */
export async function selectByProviderIds(
  knex: Knex,
  provider: string,
  ids: readonly string[],
): Promise<Task[]> {
  if (ids.length === 0) return [];
  const rows: TaskRow[] = await knex('task')
    .where({ provider })
    .whereIn('provider_task_id', [...ids]);
  return rows.map(taskOf);
}
