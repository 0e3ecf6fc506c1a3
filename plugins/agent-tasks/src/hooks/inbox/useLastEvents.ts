import type { TaskEvent } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useEffect } from 'react';
import { useTaskEvents } from '../tasks/useTaskEvents';

/** The whole timeline, newest first; pages are read to the end, since the API begins with the oldest. */
export function useLastEvents(
  id: string,
  revision: number,
): { events: TaskEvent[] | undefined; error: Error | null } {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useTaskEvents(
    id,
    revision,
  );
  useEffect(() => {
    if (hasNextPage && !isFetching && !error) fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  const events = data?.pages.flatMap(({ items }) => items).reverse();
  return { events, error };
}
