import type {
  CreateTaskRequest,
  Task,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  useMutation,
  UseMutationResult,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';

/**
 * Asks for a task. The same body sent again, after an answer that never came, is the same ask: it
 * carries the same key until one was answered with success.
 */
export function useRunTask(): UseMutationResult<
  Task,
  Error,
  CreateTaskRequest
> {
  const api = useApi(agentTasksApiRef);
  const client = useQueryClient();
  const ask = useRef<{ content: string; key: string }>();
  return useMutation({
    mutationFn: async body => {
      const content = JSON.stringify(body);
      if (ask.current?.content !== content) {
        ask.current = { content, key: `portal-${crypto.randomUUID()}` };
      }
      const { task } = await api.tasks.create(body, {
        idempotencyKey: ask.current.key,
      });
      return task;
    },
    onSuccess: task => {
      ask.current = undefined;
      client.setQueryData(queryKeys.task.detail(task.id), task);
      client.invalidateQueries({ queryKey: queryKeys.tasks.all });
      client.invalidateQueries({ queryKey: queryKeys.inbox.all });
      client.invalidateQueries({ queryKey: queryKeys.queue });
    },
  });
}
