import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { databaseClock } from '../../databaseClock';
import { taskOf } from '../../rows';
import { TaskRow } from '../../tables';
import { InboxAsk, InboxRows, VisibleTasks } from '../../TaskQueries';
import { whereVisible } from './whereVisible';

const DUE = 'coalesce(attention_due_at, 9007199254740991)';

/**
 * What waits for somebody, by attention, the least time left first. Reads only rows that need a
 * person, through the partial index on `attention`. Locks nothing.
 */
export async function selectInbox(
  knex: Knex,
  ask: InboxAsk,
  visible: VisibleTasks,
  limit: number,
): Promise<InboxRows> {
  const clock = databaseClock(knex);
  const waiting = () =>
    whereVisible(whereWaits(knex('task'), ask), visible).whereNotNull(
      'attention',
    );
  const awake = () =>
    waiting().where(either =>
      either.whereNull('snoozed_until').orWhere('snoozed_until', '<=', clock),
    );
  const asleep = () => waiting().where('snoozed_until', '>', clock);
  const page = async (query: Knex.QueryBuilder): Promise<Task[]> =>
    (
      (await query
        .select('task.*')
        .orderByRaw(`${DUE}, id`)
        .limit(limit)) as TaskRow[]
    ).map(taskOf);

  const counts: {
    attention: string;
    count: number | string;
    oldest: number | string;
  }[] = await awake()
    .groupBy('attention')
    .select('attention')
    .count({ count: '*' })
    .min({ oldest: 'attention_since' });
  const groups = await Promise.all(
    counts.map(async ({ attention, count, oldest }) => ({
      attention,
      count: Number(count),
      oldestAt: Number(oldest),
      tasks: await page(awake().where({ attention })),
    })),
  );
  const [{ count }] = await asleep().count({ count: '*' });
  return {
    groups,
    snoozed: {
      count: Number(count),
      tasks: Number(count) > 0 ? await page(asleep()) : [],
    },
  };
}

/**
 * Mine: assigned to me, or routed to me by name. Team: routed to one of the groups, and not taken
 * by somebody else.
 */
function whereWaits(
  query: Knex.QueryBuilder,
  ask: InboxAsk,
): Knex.QueryBuilder {
  const routedTo = (refs: readonly string[]) => (either: Knex.QueryBuilder) =>
    either
      .from('task_route')
      .whereRaw('task_route.task_id = task.id')
      .whereIn('owner_ref', [...refs]);
  if (ask.scope === 'mine') {
    return query.where(either =>
      either
        .where('assignee', ask.person)
        .orWhere(open =>
          open.whereNull('assignee').whereExists(routedTo([ask.person])),
        ),
    );
  }
  return query
    .whereExists(routedTo(ask.groups))
    .where(either =>
      either.whereNull('assignee').orWhere('assignee', ask.person),
    );
}
