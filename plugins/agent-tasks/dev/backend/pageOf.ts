import type {
  Task,
  TaskList,
  TaskQuery,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

const PAGE_SIZE = 50;
/** As the API counts: one more than a thousand stands for any number beyond. */
const MOST_COUNTED = 1_001;

/** One page of the tasks that match; the cursor is the number of the first one. */
export function pageOf(
  tasks: readonly Task[],
  query: TaskQuery = {},
): TaskList {
  const found = tasks.filter(task => matches(task, query));
  const from = Number(query.cursor ?? 0);
  const to = from + (query.limit ?? PAGE_SIZE);
  return {
    items: found
      .slice(from, to)
      .map(({ parameters, prompt, sessions, stages, ...row }) => row),
    totalItems: Math.min(found.length, MOST_COUNTED),
    ...(to < found.length && { nextCursor: String(to) }),
  };
}

function matches(task: Task, query: TaskQuery): boolean {
  const values: [readonly string[] | undefined, readonly (string | null)[]][] =
    [
      [query.status, [task.status]],
      [query.attention, [task.attention]],
      [query.entityRef, [task.entityRef]],
      [query.ownerRef, task.ownerRefs],
      [query.requesterRef, [task.requester.ref]],
      [query.template, [task.template?.ref ?? null]],
    ];
  return (
    task.title.toLowerCase().includes(query.q?.toLowerCase() ?? '') &&
    values.every(
      ([wanted, has]) =>
        !wanted?.length || has.some(value => value && wanted.includes(value)),
    )
  );
}
