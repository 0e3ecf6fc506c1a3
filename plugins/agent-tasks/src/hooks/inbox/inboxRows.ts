import type {
  Attention,
  Inbox,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** Where a task stands in the inbox. */
export type InboxGroup = Attention | 'snoozed';

/** The groups. Where time does not tell which comes first, this order does. */
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
 * An inbox as one list, the most urgent task at its top: the group that has the least time left
 * comes first, and within a group the task that has. What is put aside comes last.
 */
export function rowsOf({ groups, snoozed }: Inbox): WaitingRows {
  const found = new Map<InboxGroup, { count: number; items: TaskListItem[] }>([
    ...groups.map(group => [group.attention, group] as const),
    ['snoozed', snoozed],
  ]);
  const counts = Object.fromEntries(
    INBOX_GROUPS.map(group => [group, found.get(group)?.count ?? 0]),
  ) as WaitingRows['counts'];
  const parts = INBOX_GROUPS.map(group => ({
    group,
    items: [...(found.get(group)?.items ?? [])].sort(byTimeLeft),
  })).sort(byUrgency);
  const rows = parts.flatMap(({ group, items }) =>
    items.map(task => ({ id: task.id, group, task, hasLeft: false })),
  );
  return { rows, counts };
}

type Part = { group: InboxGroup; items: readonly TaskListItem[] };

/** Stable: parts that are equally urgent stay as they stand. */
function byUrgency(one: Part, other: Part): number {
  if (one.group === 'snoozed') return 1;
  if (other.group === 'snoozed') return -1;
  const [a, b] = [dueOf(one.items[0]), dueOf(other.items[0])];
  return a === b ? 0 : a - b;
}

function byTimeLeft(one: TaskListItem, other: TaskListItem): number {
  return dueOf(one) - dueOf(other) || (one.id < other.id ? -1 : 1);
}

function dueOf(task: TaskListItem | undefined): number {
  return task?.attentionDueAt ? Date.parse(task.attentionDueAt) : Infinity;
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

/** Rows and those that join them, each at the end of its group; groups stay where they stand. */
export function inGroups(
  rows: readonly InboxRow[],
  joining: readonly InboxRow[],
): InboxRow[] {
  const order = [...new Set([...rows.map(row => row.group), ...INBOX_GROUPS])];
  const place = ({ group }: InboxRow) =>
    group === 'snoozed' ? order.length : order.indexOf(group);
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
