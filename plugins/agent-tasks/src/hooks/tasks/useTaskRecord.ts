import type { TaskRecord } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery, UseQueryResult } from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';

/** The whole record with its sentence. `revision` reads it again with the task. */
export function useTaskRecord(
  id: string,
  revision: number,
): UseQueryResult<TaskRecord> {
  const api = useApi(agentTasksApiRef);
  return useQuery({
    queryKey: [...queryKeys.task.record(id), revision],
    queryFn: ({ signal }) => api.tasks.record(id, { signal }),
    placeholderData: previous => previous,
  });
}
