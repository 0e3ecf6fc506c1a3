import {
  AgentTasksResponseError,
  TaskList,
  TaskListItem,
  TaskQuery,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  InfiniteData,
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';
import { useLiveInterval } from '../live/useLiveInterval';
import { updatedRows } from './updatedRows';

/** Rows of a long list, and what has happened to it since. */
export interface TaskPages {
  rows: readonly TaskListItem[] | undefined;
  /** At most 1001, which means more than 1,000. */
  total: number | undefined;
  /** The rows are of the filters before; the new ones are on their way. */
  isOld: boolean;
  error: Error | null;
  /** When the rows were last read, in milliseconds; only if reading again has failed since. */
  staleSince: number | undefined;
  /** Rows that came, went or moved and are not shown yet. */
  updates: number;
  showUpdates(): void;
  retry(): void;
  more: { isThere: boolean; isFailed: boolean; read(): void };
}

/**
 * A long list, read page by page. What was read is not read again: only its beginning is, and rows
 * keep their places until the person asks for the new ones.
 */
export function useTaskPages(query: TaskQuery | undefined): TaskPages {
  const api = useApi(agentTasksApiRef);
  const client = useQueryClient();
  const refetchInterval = useLiveInterval();
  // Not below `tasks.all`: a signal would have every page read again.
  const pagesKey = useMemo(() => ['agent-tasks', 'task-pages', query], [query]);
  const pages = useInfiniteQuery({
    queryKey: pagesKey,
    queryFn: ({ pageParam, signal }) =>
      api.tasks.list({ ...query, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: page => page.nextCursor,
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });
  const isOld = pages.isPlaceholderData;
  const first = isOld ? undefined : pages.data?.pages[0];
  const head = useQuery({
    queryKey: [...queryKeys.tasks.all, 'head', query],
    queryFn: ({ signal }) => api.tasks.list(query, { signal }),
    enabled: first !== undefined,
    initialData: first,
    initialDataUpdatedAt: pages.dataUpdatedAt,
    refetchInterval,
  });

  // Leave that was taken away while somebody looks takes the rows with it.
  const lost = isRefusal(head.error) ? head.error : null;
  const { rows, updates } = useMemo(
    () => updatedRows(pages.data?.pages, isOld ? undefined : head.data),
    [pages.data, head.data, isOld],
  );
  const { fetchNextPage, refetch } = pages;
  const showUpdates = useCallback(() => {
    if (!head.data) return;
    const fresh: InfiniteData<TaskList> = {
      pages: [head.data],
      pageParams: [undefined],
    };
    client.setQueryData(pagesKey, fresh);
  }, [client, pagesKey, head.data]);
  const read = useCallback(() => {
    // Asked again while it is on its way, it is still the one request.
    fetchNextPage({ cancelRefetch: false });
  }, [fetchNextPage]);

  return {
    rows,
    total: (head.data ?? first ?? pages.data?.pages[0])?.totalItems,
    isOld,
    error: pages.isFetchNextPageError ? null : pages.error ?? lost,
    staleSince: head.isError ? head.dataUpdatedAt : undefined,
    updates,
    showUpdates,
    retry: lost ? head.refetch : refetch,
    more: {
      isThere: pages.hasNextPage && !isOld,
      isFailed: pages.isFetchNextPageError,
      read,
    },
  };
}

function isRefusal(error: Error | null): boolean {
  return error instanceof AgentTasksResponseError && error.statusCode === 403;
}
