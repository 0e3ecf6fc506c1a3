import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { ownerRowsOf, routeRowsOf, rowOf } from '../../rows';
import { TaskTexts } from '../../TaskStore';

/**
 * Inserts a task with its texts, owners and routes. Locks nothing; a crash leaves nothing when the
 * caller's transaction does not commit. Calling it twice fails on the primary key.
 */
export async function insertTask(
  trx: Knex.Transaction,
  task: Task,
  texts: TaskTexts,
  duplicateKey: string | null,
): Promise<void> {
  await trx('task').insert({ ...rowOf(task), duplicate_key: duplicateKey });
  await trx('task_text').insert({
    task_id: task.id,
    prompt: texts.prompt,
    parameters: JSON.stringify(texts.parameters),
  });
  const owners = ownerRowsOf(task);
  if (owners.length > 0) await trx('task_owner').insert(owners);
  const routes = routeRowsOf(task);
  if (routes.length > 0) await trx('task_route').insert(routes);
}
