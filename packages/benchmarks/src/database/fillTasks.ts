import { Knex } from 'knex';
import { Task } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/domain/task/task';
import {
  ownerRowsOf,
  routeRowsOf,
  rowOf,
} from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/store/rows';

/** SQLite takes no more values, and no more rows, in one statement. */
const CHUNK = 250;
const PROMPT =
  'Upgrade the dependency, run the tests, open a pull request. '.repeat(30);

/**
 * Writes tasks as rows, as the store would have left them, many in one statement. Events are left
 * out: no list, inbox or detail reads them.
 */
export async function fillTasks(
  knex: Knex,
  tasks: Iterable<Task>,
): Promise<void> {
  let chunk: Task[] = [];
  for (const task of tasks) {
    chunk.push(task);
    if (chunk.length === CHUNK) {
      await insert(knex, chunk);
      chunk = [];
    }
  }
  if (chunk.length > 0) await insert(knex, chunk);
}

async function insert(knex: Knex, tasks: Task[]): Promise<void> {
  const routes = tasks.flatMap(routeRowsOf);
  const texts = tasks.map(({ id }) => ({
    task_id: id,
    prompt: PROMPT,
    parameters: JSON.stringify({ dependency: 'lodash', version: '4.17.21' }),
  }));
  await knex.transaction(async trx => {
    await trx('task').insert(
      tasks.map(task => ({ ...rowOf(task), duplicate_key: task.id })),
    );
    await trx('task_text').insert(texts);
    await trx('task_owner').insert(tasks.flatMap(ownerRowsOf));
    if (routes.length > 0) await trx('task_route').insert(routes);
  });
}
