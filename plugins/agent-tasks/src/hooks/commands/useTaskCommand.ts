import type {
  Task,
  TaskCommand,
  TaskCommands,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  useMutation,
  UseMutationResult,
  useQueryClient,
} from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { keepTask } from './keepTask';

/** One of the task's `allowedActions`, with what it takes. */
export type CommandCall = {
  [Command in TaskCommand]: {
    id: string;
    command: Command;
    body: TaskCommands[Command];
  };
}[TaskCommand];

/** Does one command on one task; `retry` gives the new task. */
export function useTaskCommand(): UseMutationResult<Task, Error, CommandCall> {
  const api = useApi(agentTasksApiRef);
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, command, body }) => api.tasks.act(id, command, body),
    onSettled: (task, _, { id }) => keepTask(client, id, task),
  });
}
