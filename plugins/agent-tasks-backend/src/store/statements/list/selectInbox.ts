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
    whereVisible(whereWaits(knex, ask), visible).whereNotNull('attention');
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
 * Both start from the few rows that name somebody, not from all that wait.
 */
function whereWaits(
  knex: Knex,
  { person, ...ask }: InboxAsk,
): Knex.QueryBuilder {
  const routed = (refs: readonly string[]) =>
    knex('task_route')
      .select('task_id')
      .whereIn('owner_ref', [...refs]);
  if (ask.scope === 'mine') {
    const taken = knex('task').select('id').where('assignee', person);
    return knex('task')
      .whereIn('id', routed([person]).unionAll(taken))
      .where(either =>
        either.where('assignee', person).orWhere('requester_ref', person),
      );
  }
  const groups = ask.groups.filter(ref => ref !== person);
  return knex('task')
    .whereIn('id', routed([...groups, person]))
    .where(owner =>
      owner.whereNot('requester_ref', person).orWhereIn('id', routed(groups)),
    )
    .where(either => either.whereNull('assignee').orWhere('assignee', person));
}
