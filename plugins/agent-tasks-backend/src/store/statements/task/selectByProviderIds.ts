import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { READ_COLUMNS, ReadRow, taskOf } from '../../rows';

/** Reads tasks by the provider's ids, through their unique index. Locks nothing. */
export async function selectByProviderIds(
  knex: Knex,
  provider: string,
  ids: readonly string[],
): Promise<Task[]> {
  if (ids.length === 0) return [];
  const rows: ReadRow[] = await knex('task')
    .where({ provider })
    .whereIn('provider_task_id', [...ids])
    .select(READ_COLUMNS);
  return rows.map(taskOf);
}
