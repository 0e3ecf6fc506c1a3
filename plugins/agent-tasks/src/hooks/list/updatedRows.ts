import type {
  TaskList,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/**
 * The rows that were read, each as new as is known, in the order in which they were read; and how
 * many came or went meanwhile.
 *
 * @param head - the first page, read again later
 */
export function updatedRows(
  pages: readonly TaskList[] | undefined,
  head: TaskList | undefined,
): { rows: TaskListItem[] | undefined; updates: number } {
  if (!pages) return { rows: undefined, updates: 0 };
  const newest = new Map(head?.items.map(item => [item.id, item]));
  const rows = new Map<string, TaskListItem>();
  for (const item of pages.flatMap(({ items }) => items)) {
    // What moved while pages were read comes twice.
    if (!rows.has(item.id)) rows.set(item.id, newerOf(item, newest));
  }
  if (!head) return { rows: [...rows.values()], updates: 0 };
  const came = head.items.filter(({ id }) => !rows.has(id)).length;
  // What came pushes as many rows off the first page; only those beyond that have gone.
  const missing = pages[0].items.filter(({ id }) => !newest.has(id)).length;
  return { rows: [...rows.values()], updates: Math.max(came, missing) };
}

function newerOf(
  item: TaskListItem,
  newest: ReadonlyMap<string, TaskListItem>,
): TaskListItem {
  const other = newest.get(item.id);
  return other && other.revision > item.revision ? other : item;
}
