import type {
  CreateTaskRequest,
  TaskListItem,
  TaskStatus,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery, UseQueryResult } from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';

/** More would not help anybody find the one that is meant. */
const MOST = 5;
const OPEN: TaskStatus[] = [
  'needs_approval',
  'waiting',
  'working',
  'needs_you',
  'in_review',
  'unclear',
];

type Parameters = CreateTaskRequest['parameters'];

/**
 * Open tasks that ask for the same. A preview does not name the one it found, so the newest of the
 * template are compared; where none can be told to be the one, all of them are given.
 *
 * @param taskId - of the one, where an answer names it
 */
export function useDuplicates(
  body: CreateTaskRequest,
  taskId?: string,
): UseQueryResult<TaskListItem[]> {
  const api = useApi(agentTasksApiRef);
  return useQuery({
    queryKey: [...queryKeys.tasks.all, 'duplicates', body, taskId ?? null],
    queryFn: async ({ signal }) => {
      if (taskId) return [await api.tasks.get(taskId, { signal })];
      const { items } = await api.tasks.list(
        {
          ...(body.entityRef && { entityRef: [body.entityRef] }),
          ...(body.template && { template: [body.template] }),
          status: OPEN,
          limit: MOST,
        },
        { signal },
      );
      if (items.length < 2) return items;
      const tasks = await Promise.all(
        items.map(({ id }) => api.tasks.get(id, { signal })),
      );
      const same = tasks.filter(
        ({ parameters }) =>
          contentOf(parameters) === contentOf(body.parameters),
      );
      return same.length > 0 ? same : items;
    },
  });
}

/** The same for the same values, in whatever order they stand. */
function contentOf(parameters: Parameters | null): string {
  return JSON.stringify(
    Object.entries(parameters ?? {})
      .filter(([, value]) => value !== undefined)
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}
