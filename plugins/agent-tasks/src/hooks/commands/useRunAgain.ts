import type {
  Task,
  TaskCommands,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  useMutation,
  UseMutationResult,
  useQueryClient,
} from '@tanstack/react-query';
import { useRef } from 'react';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { keepTask } from './keepTask';

/**
 * Asks for the task once more; gives the new one. The same words sent again, after an answer that
 * never came, are the same ask and not a third task: they carry the same key.
 */
export function useRunAgain(
  id: string,
): UseMutationResult<Task, Error, TaskCommands['retry']> {
  const api = useApi(agentTasksApiRef);
  const client = useQueryClient();
  const ask = useRef<{ content: string; key: string }>();
  return useMutation({
    mutationFn: body => {
      const content = JSON.stringify(body);
      if (ask.current?.content !== content) {
        ask.current = { content, key: `portal-${crypto.randomUUID()}` };
      }
      return api.tasks.act(id, 'retry', body, {
        idempotencyKey: ask.current.key,
      });
    },
    onSettled: task => keepTask(client, id, task),
  });
}
