import type {
  TaskListItem,
  UpdateTaskRequest,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { Conflict } from './conflictOf';
import { keepTask } from './keepTask';
import { GuardedAnswer, updateGuarded } from './updateGuarded';

export interface GuardedUpdate {
  update(change: UpdateTaskRequest): void;
  isPending: boolean;
  /** Why nothing was changed; a conflict is no error. */
  error: Error | null;
  /** What somebody else decided about the task in the meantime. */
  conflict: Conflict | null;
}

/** Changes one task as the person saw it, and tells who was quicker. */
export function useGuardedUpdate(seen: TaskListItem): GuardedUpdate {
  const api = useApi(agentTasksApiRef);
  const client = useQueryClient();
  const { mutate, isPending, error, data } = useMutation<
    GuardedAnswer,
    Error,
    UpdateTaskRequest
  >({
    mutationFn: change => updateGuarded(api, seen, change),
    onSettled: updated => keepTask(client, seen.id, updated?.task),
  });
  const conflict = data?.conflict ?? null;
  return { update: mutate, isPending, error, conflict };
}
