import { Attention } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { compareCodeUnits } from '../record/canonicalJson';
import { Task } from '../task/task';

/** The groups of the inbox, in the order in which people see them. */
export const INBOX_ORDER = [
  'question',
  'approval',
  'review',
  'blocked',
  'failure',
  'unconfirmed',
] as const satisfies readonly Attention[];

export interface InboxGroup {
  attention: Attention;
  count: number;
  oldestAt: number | null;
  items: Task[];
}

export interface InboxGroups {
  groups: InboxGroup[];
  snoozed: { count: number; items: Task[] };
}

const MOST_ITEMS = 50;

export function isSnoozed(task: Task, now: number): boolean {
  return task.snoozedUntil !== null && task.snoozedUntil > now;
}

/** Assigned to the person, or it needs its requester and that is the person. */
export function isMine(task: Task, ref: string): boolean {
  if (task.attention === null) return false;
  return (
    task.assignee === ref ||
    (task.requester.ref === ref && task.routedTo.includes(ref))
  );
}

/** Routed to one of the groups, and nobody else has taken it. */
export function isForTeam(
  task: Task,
  groups: readonly string[],
  ref: string,
): boolean {
  if (task.attention === null) return false;
  if (task.assignee !== null && task.assignee !== ref) return false;
  return task.routedTo.some(route => groups.includes(route));
}

/** What waits, grouped by why; the least time left comes first. */
export function inboxGroups(tasks: readonly Task[], now: number): InboxGroups {
  const byTimeLeft = [...tasks].sort(
    (a, b) =>
      (a.attentionDueAt ?? Infinity) - (b.attentionDueAt ?? Infinity) ||
      compareCodeUnits(a.id, b.id),
  );
  const snoozed = byTimeLeft.filter(task => isSnoozed(task, now));
  const awake = byTimeLeft.filter(task => !isSnoozed(task, now));
  const groups = INBOX_ORDER.map(attention => {
    const items = awake.filter(task => task.attention === attention);
    const since = items.flatMap(task => task.attentionSince ?? []);
    return {
      attention,
      count: items.length,
      oldestAt: since.length > 0 ? Math.min(...since) : null,
      items: items.slice(0, MOST_ITEMS),
    };
  });
  return {
    groups: groups.filter(({ count }) => count > 0),
    snoozed: { count: snoozed.length, items: snoozed.slice(0, MOST_ITEMS) },
  };
}
