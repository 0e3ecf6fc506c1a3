import type {
  TaskList,
  TaskQuery,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  UseInfiniteQueryResult,
} from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';
import { useLiveInterval } from '../live/useLiveInterval';

/**
 * Tasks that match, in pages; `fetchNextPage` reads on. The rows of the last filter stay until the
 * new ones have come: `isPlaceholderData` says so.
 */
export function useTaskList(
  query: TaskQuery,
): UseInfiniteQueryResult<InfiniteData<TaskList>> {
  const api = useApi(agentTasksApiRef);
  const refetchInterval = useLiveInterval();
  return useInfiniteQuery({
    queryKey: queryKeys.tasks.list(query),
    queryFn: ({ pageParam, signal }) =>
      api.tasks.list({ ...query, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
    placeholderData: keepPreviousData,
    refetchInterval,
  });
}
