import { Knex } from 'knex';
import { INBOX_ORDER } from '../../../domain/attention/inbox';
import { Task } from '../../../domain/task/task';
import { databaseClock } from '../../databaseClock';
import { taskOf } from '../../rows';
import { TaskRow } from '../../tables';
import { InboxAsk, InboxRows, VisibleTasks } from '../../TaskQueries';
import { whereVisible } from './whereVisible';

/** The expression of the index: the least time left first, without a due time last. */
const DUE = 'coalesce(attention_due_at, 9007199254740991)';

/**
 * What waits for somebody, by attention, the least time left first. Reads only rows that need a
 * person, through their routes or the partial index on `attention`. Locks nothing.
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
    attention: (typeof INBOX_ORDER)[number];
    count: number | string;
    oldest: number | string;
  }[] = await awake()
    .groupBy('attention')
    .select('attention')
    .count({ count: '*' })
    .min({ oldest: 'attention_since' });
  const inOrder = counts.sort(
    (a, b) =>
      INBOX_ORDER.indexOf(a.attention) - INBOX_ORDER.indexOf(b.attention),
  );
  const groups = await Promise.all(
    inOrder.map(async ({ attention, count, oldest }) => ({
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
 * Mine: I took it, or it needs its requester, and that is me, whoever took it. Team: it is routed
 * to one of the groups, or to me by name as an owner who is a person, and nobody else took it.
 */
function whereWaits(
  query: Knex.QueryBuilder,
  ask: InboxAsk,
): Knex.QueryBuilder {
  const routedTo = (refs: readonly string[]) => (route: Knex.QueryBuilder) =>
    route
      .from('task_route')
      .whereRaw('task_route.task_id = task.id')
      .whereIn('owner_ref', [...refs]);
  const { person } = ask;
  if (ask.scope === 'mine') {
    return query.where(either =>
      either
        .where('assignee', person)
        .orWhere(asked =>
          asked.where('requester_ref', person).whereExists(routedTo([person])),
        ),
    );
  }
  return query
    .where(either =>
      either
        .whereExists(routedTo(ask.groups))
        .orWhere(owned =>
          owned
            .whereNot('requester_ref', person)
            .whereExists(routedTo([person])),
        ),
    )
    .where(either => either.whereNull('assignee').orWhere('assignee', person));
}
