import type { TaskEventList } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  InfiniteData,
  useInfiniteQuery,
  UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';

const PAGE_SIZE = 100;

/** The timeline of a task, oldest first, page by page. `revision` reads it again with the task. */
export function useTaskEvents(
  id: string,
  revision: number,
): UseInfiniteQueryResult<InfiniteData<TaskEventList>> {
  const api = useApi(agentTasksApiRef);
  return useInfiniteQuery({
    queryKey: [...queryKeys.task.events(id), revision],
    queryFn: ({ pageParam, signal }) =>
      api.tasks.events(id, { cursor: pageParam, limit: PAGE_SIZE }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
    // The lines that were there stay until the new ones have come.
    placeholderData: previous => previous,
  });
}
