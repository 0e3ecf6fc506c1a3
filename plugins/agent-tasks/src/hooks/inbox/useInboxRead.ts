import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useMemo } from 'react';
import { rowsOf, WaitingRows } from './inboxRows';
import { useInbox } from './useInbox';
import { InboxView } from './useInboxView';

const FORBIDDEN = [401, 403];

export interface InboxRead {
  /** undefined until it was read once. */
  waiting: WaitingRows | undefined;
  /** Why it is not known, or no longer read. */
  error: Error | null;
  /** What is known may not be shown any more. */
  isDenied: boolean;
  /** Milliseconds since the epoch; 0 where it never was read. */
  readAt: number;
  readAgain(): void;
}

/** What waits in a view: one list of the API, asked for once when the view is opened. */
export function useInboxRead(view: InboxView): InboxRead {
  const { data, error, dataUpdatedAt, refetch } = useInbox({ scope: view });
  const waiting = useMemo(() => data && rowsOf(data), [data]);
  return {
    waiting,
    error,
    isDenied:
      error instanceof AgentTasksResponseError &&
      FORBIDDEN.includes(error.statusCode),
    readAt: dataUpdatedAt,
    readAgain: refetch,
  };
}
