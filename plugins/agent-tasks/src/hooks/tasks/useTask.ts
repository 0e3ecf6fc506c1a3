import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery, UseQueryResult } from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';

/** Somebody who looks at a task that is under way wants to see it move. */
const UNDER_WAY_MS = 10_000;
const ENDED_MS = 60_000;

/** One task in full, kept up to date while the page is visible. */
export function useTask(id: string): UseQueryResult<Task> {
  const api = useApi(agentTasksApiRef);
  return useQuery({
    queryKey: queryKeys.task.detail(id),
    queryFn: ({ signal }) => api.tasks.get(id, { signal }),
    refetchInterval: ({ state }) =>
      state.data?.endedAt ? ENDED_MS : UNDER_WAY_MS,
  });
}
