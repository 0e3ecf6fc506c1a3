import type { Queue } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery, UseQueryResult } from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';
import { useLiveInterval } from '../live/useLiveInterval';

/** What waits to start, the limits it waits for, and the review capacity of each owner. */
export function useQueue(): UseQueryResult<Queue> {
  const api = useApi(agentTasksApiRef);
  const refetchInterval = useLiveInterval();
  return useQuery({
    queryKey: queryKeys.queue,
    queryFn: ({ signal }) => api.queue({ signal }),
    refetchInterval,
  });
}
