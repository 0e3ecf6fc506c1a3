import type {
  Inbox,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useInbox } from '../inbox/useInbox';

/** What waits for a person or their teams. */
export interface Waiting {
  /** As far as both inboxes list them; a task in both counts once. */
  count: number;
  /** The longest waiting first; no widget shows more. */
  oldest: TaskListItem[];
}

const MOST = 20;

/** Both inboxes of the signed-in person in one; undefined until both have answered. */
export function useOldestWaiting(): {
  waiting: Waiting | undefined;
  error: Error | null;
  retry(): void;
} {
  const mine = useInbox({ scope: 'mine' });
  const team = useInbox({ scope: 'team' });
  const isKnown = mine.data && team.data;
  return {
    waiting: isKnown && waitingIn(mine.data, team.data),
    error: mine.error ?? team.error,
    retry: () => {
      mine.refetch();
      team.refetch();
    },
  };
}

/** Groups list 50 items at most; what one inbox counts beyond them is taken as its own. */
export function waitingIn(...inboxes: Inbox[]): Waiting {
  const groups = inboxes.flatMap(inbox => inbox.groups);
  const tasks = new Map(
    groups.flatMap(({ items }) => items).map(task => [task.id, task]),
  );
  const unlisted = groups.map(({ count, items }) => count - items.length);
  const byAge = [...tasks.values()].sort((one, other) =>
    (one.attentionSince ?? '').localeCompare(other.attentionSince ?? ''),
  );
  return {
    count: tasks.size + Math.max(0, ...unlisted),
    oldest: byAge.slice(0, MOST),
  };
}
