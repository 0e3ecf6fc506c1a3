import { Knex } from 'knex';
import { Task } from '../../domain/task/task';
import { ownerRowsOf, routeRowsOf, rowOf } from '../rows';

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
  await knex.batchInsert('task_owner', tasks.flatMap(ownerRowsOf), 200);
  await knex.batchInsert('task_route', tasks.flatMap(routeRowsOf), 200);
}
