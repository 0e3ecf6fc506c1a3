import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { rowOf } from '../../rows';

/**
 * Writes a task over the version that was loaded: exactly one of several writers wins, and the
 * others see `false` and have written nothing. Safe to call twice.
 */
export async function updateTask(
  trx: Knex.Transaction,
  before: Pick<Task, 'id' | 'version'>,
  after: Task,
): Promise<boolean> {
  const { id, ...columns } = rowOf(after);
  const changed = await trx('task')
    .where({ id, version: before.version })
    .update(columns);
  return changed === 1;
}
