import type {
  Task,
  TaskListItem,
  TaskPhase,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery, UseQueryResult } from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';

/** Where a task that had to be approved comes only with a yes. */
const PAST_APPROVAL: TaskPhase[] = [
  'queued',
  'starting',
  'unconfirmed',
  'quarantined',
  'tracking',
  'written_off',
];
/** So far back it is looked for. */
const LOOKED_THROUGH = 50;

/**
 * The newest earlier task of the same template and repository that a person approved, with its
 * prompt; null where there is none. Nothing is asked for a task that came of no template.
 */
export function useLastApproved(
  task: TaskListItem,
): UseQueryResult<Task | null> {
  const api = useApi(agentTasksApiRef);
  const { template, repository } = task;
  return useQuery({
    queryKey: [...queryKeys.task.all(task.id), 'last-approved'],
    queryFn: async ({ signal }) => {
      const { items } = await api.tasks.list(
        {
          template: [template!.ref],
          repository: [repository.slug],
          phase: PAST_APPROVAL,
          createdBefore: task.createdAt,
          order: 'createdAt',
          direction: 'desc',
          limit: LOOKED_THROUGH,
        },
        { signal },
      );
      const last = items.find(
        other =>
          other.id !== task.id &&
          other.policy.result === 'ask' &&
          other.repository.host === repository.host,
      );
      return last ? api.tasks.get(last.id, { signal }) : null;
    },
    enabled: template !== null,
    staleTime: Infinity,
  });
}
