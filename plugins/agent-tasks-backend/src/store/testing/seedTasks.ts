import { Knex } from 'knex';
import { Task } from '../../domain/task/task';
import { rowOf } from '../rows';

/** Puts tasks into the tables that reads look at, many at once. */
export async function seedTasks(
  knex: Knex,
  tasks: readonly Task[],
): Promise<void> {
  await knex.batchInsert(
    'task',
    tasks.map(task => ({ ...rowOf(task), duplicate_key: null })),
    200,
  );
  for (const [table, refsOf] of [
    ['task_owner', (task: Task) => task.people.owners],
    ['task_route', (task: Task) => task.routedTo],
  ] as const) {
    await knex.batchInsert(
      table,
      tasks.flatMap(task =>
        refsOf(task).map(ref => ({ task_id: task.id, owner_ref: ref })),
      ),
      200,
    );
  }
}
