import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  useMutation,
  useMutationState,
  useQueryClient,
} from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { keepTask } from './keepTask';
import { usePendingCommand } from './usePendingCommand';
import { CommandCall } from './useTaskCommand';

type Delayed = Extract<CommandCall, { command: 'approve' | 'answer' }>;

export interface DelayedCommand {
  /** The command that can still be taken back. */
  pending: Delayed['command'] | undefined;
  /** It was sent, and has not been answered. */
  isSending: boolean;
  /** Of the last one that was sent, also when it was sent from a page that is gone. */
  error: Error | null;
  add(call: Delayed): void;
  undo(): void;
}

/** A command of one task that is sent in ten seconds, unless the person takes it back. */
export function useDelayedCommand(taskId: string): DelayedCommand {
  const api = useApi(agentTasksApiRef);
  const client = useQueryClient();
  const { pending, add, undo } = usePendingCommand(taskId);
  const mutationKey = ['agent-tasks', 'delayed', taskId];
  const { mutate } = useMutation<Task, Error, Delayed>({
    mutationKey,
    // Walking away from the portal is no undo: it is sent as the page goes.
    mutationFn: ({ id, command, body }) =>
      api.tasks.act(id, command, body, { keepalive: true }),
    onSettled: (task, _, { id }) => keepTask(client, id, task),
  });
  const last = useMutationState({
    filters: { mutationKey },
    select: ({ state }) => ({ status: state.status, error: state.error }),
  }).at(-1);
  return {
    pending: pending?.command as Delayed['command'] | undefined,
    isSending: last?.status === 'pending',
    error: pending ? null : last?.error ?? null,
    add: call => add(call.command, () => mutate(call)),
    undo,
  };
}
