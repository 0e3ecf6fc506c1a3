import type {
  Attention,
  Inbox,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** Where a task stands in the inbox. */
export type InboxGroup = Attention | 'snoozed';

/** The groups, in the order in which people see them. */
export const INBOX_GROUPS = [
  'question',
  'approval',
  'review',
  'blocked',
  'failure',
  'unconfirmed',
  'snoozed',
] as const satisfies readonly InboxGroup[];

/** One task of the inbox, at its place. */
export interface InboxRow {
  id: string;
  group: InboxGroup;
  task: TaskListItem;
  /** It waits here no longer; the row stands until nobody looks at it. */
  hasLeft: boolean;
}

/** Everything that waits, group by group. */
export interface WaitingRows {
  rows: InboxRow[];
  /** How many each group has, also those that were not sent along. */
  counts: Record<InboxGroup, number>;
}

/**
 * One inbox out of several: what waits for the person, and what waits for their teams. A task that
 * is in two of them is there once, and within a group the least time left comes first.
 */
export function mergeInboxes(inboxes: readonly Inbox[]): WaitingRows {
  const parts = inboxes.map(groupsOf);
  const counts = {} as WaitingRows['counts'];
  const seen = new Set<string>();
  const rows = INBOX_GROUPS.flatMap(group => {
    const found = parts.flatMap(part => part.get(group) ?? []);
    const fresh = found
      .flatMap(({ items }) => items)
      .filter(({ id }) => !seen.has(id) && seen.add(id));
    // Each part tells a number of its own, and nobody knows how many of what was not sent are in
    // both: at least the larger number waits.
    counts[group] = Math.max(fresh.length, ...found.map(part => part.count));
    return fresh
      .sort(byTimeLeft)
      .map(task => ({ id: task.id, group, task, hasLeft: false }));
  });
  return { rows, counts };
}

function groupsOf({ groups, snoozed }: Inbox) {
  const named = groups.map(group => [group.attention, group] as const);
  return new Map<InboxGroup, { count: number; items: TaskListItem[] }>([
    ...named,
    ['snoozed', snoozed],
  ]);
}

function byTimeLeft(one: TaskListItem, other: TaskListItem): number {
  return dueOf(one) - dueOf(other) || (one.id < other.id ? -1 : 1);
}

function dueOf({ attentionDueAt }: TaskListItem): number {
  return attentionDueAt === null ? Infinity : Date.parse(attentionDueAt);
}

/** Index of the row with the least time left; -1 where there is none. */
export function mostUrgent(rows: readonly InboxRow[]): number {
  const awake = rows.filter(row => row.group !== 'snoozed' && !row.hasLeft);
  const candidates = awake.length > 0 ? awake : rows;
  const [first] = [...candidates].sort((a, b) => byTimeLeft(a.task, b.task));
  return first ? rows.indexOf(first) : -1;
}

/**
 * What is shown, with the newest facts and in the order it had: nothing moves under the hands of
 * somebody who reads. Rows that wait no longer stay, and new ones are not let in.
 */
export function keepOrder(
  shown: readonly InboxRow[],
  fresh: readonly InboxRow[],
): InboxRow[] {
  const now = new Map(fresh.map(row => [row.id, row]));
  return shown.map(row => {
    const found = now.get(row.id);
    return {
      ...row,
      task: found?.task ?? row.task,
      hasLeft: found?.group !== row.group,
    };
  });
}

/** Rows and those that join them, each at the end of its group. */
export function inGroups(
  rows: readonly InboxRow[],
  joining: readonly InboxRow[],
): InboxRow[] {
  const place = ({ group }: InboxRow) => INBOX_GROUPS.indexOf(group);
  return [...rows, ...joining].sort((a, b) => place(a) - place(b));
}

/** How many rows would come, go or move if the newest were shown. */
export function countUpdates(
  shown: readonly InboxRow[],
  fresh: readonly InboxRow[],
  isOwn: (id: string) => boolean,
): number {
  const known = new Set(shown.map(({ id }) => id));
  const come = fresh.filter(({ id }) => !known.has(id));
  const left = shown.filter(({ id, hasLeft }) => hasLeft && !isOwn(id));
  return come.length + left.length;
}

/** Whether the words a person typed are all somewhere in the row. */
export function matchesText({ task }: InboxRow, text: string): boolean {
  const where = [
    task.title,
    task.repository.slug,
    task.entityRef,
    task.requester.ref,
    task.assignee,
    task.template?.ref,
  ]
    .join('\n')
    .toLocaleLowerCase();
  const words = text.toLocaleLowerCase().split(/\s+/);
  return words.every(word => where.includes(word));
}
