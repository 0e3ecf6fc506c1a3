import { Knex } from 'knex';
import { TaskCounts } from '../../TaskQueries';

/**
 * Figures for operators and metrics. Counts all tasks, over the indexes of state and phase from
 * end to end: for a glance or a scrape, not for a request. Locks nothing.
 */
export async function countTasks(knex: Knex): Promise<TaskCounts> {
  const grouped = async (column: string, query: Knex.QueryBuilder) => {
    const rows: { key: string; count: number | string }[] = await query
      .groupBy(column)
      .select({ key: column })
      .count({ count: '*' });
    return Object.fromEntries(rows.map(row => [row.key, Number(row.count)]));
  };
  const single = async (query: Knex.QueryBuilder) =>
    Number((await query.count({ count: '*' }))[0].count);
  const due = await knex('effect')
    .whereNotNull('due_at')
    .count({ count: '*' })
    .min({ oldest: 'created_at' });
  return {
    byState: await grouped('state', knex('task')),
    byHeld: await grouped(
      'held_reason',
      knex('task').whereNotNull('held_reason'),
    ),
    byPhase: await grouped('phase', knex('task')),
    unroutedAttention: await single(
      knex('task')
        .whereNotNull('attention')
        .whereNotExists(route =>
          route.from('task_route').whereRaw('task_route.task_id = task.id'),
        ),
    ),
    effectsDue: Number(due[0].count),
    oldestEffectAt: due[0].oldest === null ? null : Number(due[0].oldest),
  };
}
