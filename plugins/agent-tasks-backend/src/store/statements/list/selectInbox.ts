import { Attention } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Knex } from 'knex';
import { INBOX_ORDER } from '../../../domain/attention/inbox';
import { databaseClock } from '../../databaseClock';
import { READ_COLUMNS, ReadRow, taskOf } from '../../rows';
import { InboxAsk, InboxRows, VisibleTasks } from '../../TaskQueries';
import { whereVisible } from './whereVisible';

/** Without a due time last. */
const DUE = 'coalesce(attention_due_at, 9007199254740991)';

interface PlacedRow extends ReadRow {
  section: Attention | 'snoozed';
  section_count: number | string;
  section_oldest: number | string;
}

/**
 * What waits for somebody, by attention, the least time left first. Finds once what waits, over its
 * routes and an index that has all that decides; reads whole only the tasks that are shown. Counts
 * and pages are of one moment. Locks nothing.
 */
export async function selectInbox(
  knex: Knex,
  ask: InboxAsk,
  visible: VisibleTasks,
  limit: number,
): Promise<InboxRows> {
  const clock = databaseClock(knex);
  const waiting = whereVisible(whereWaits(knex, ask), visible)
    .whereNotNull('attention')
    .select('id', 'attention_since', { due: knex.raw(DUE) })
    .select({
      section: knex.raw(
        `case when snoozed_until > ? then 'snoozed' else attention end`,
        [clock],
      ),
    });
  const placed = knex('waiting').select('id', 'section', {
    place: knex.raw(
      'row_number() over (partition by section order by due, id)',
    ),
    section_count: knex.raw('count(*) over (partition by section)'),
    section_oldest: knex.raw(
      'min(attention_since) over (partition by section)',
    ),
  });
  const rows: PlacedRow[] = await knex
    .with('waiting', waiting)
    .with('placed', placed)
    .from('placed')
    .join('task', 'task.id', 'placed.id')
    .where('place', '<=', limit)
    .orderBy('place')
    .select(...READ_COLUMNS, 'section', 'section_count', 'section_oldest');

  const inSection = (section: PlacedRow['section']) =>
    rows.filter(row => row.section === section);
  const groups = INBOX_ORDER.map(attention => ({
    attention,
    found: inSection(attention),
  })).filter(({ found }) => found.length > 0);
  const snoozed = inSection('snoozed');
  return {
    groups: groups.map(({ attention, found }) => ({
      attention,
      count: Number(found[0].section_count),
      oldestAt: Number(found[0].section_oldest),
      tasks: found.map(taskOf),
    })),
    snoozed: {
      count: snoozed.length > 0 ? Number(snoozed[0].section_count) : 0,
      tasks: snoozed.map(taskOf),
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
