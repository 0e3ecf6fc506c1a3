import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { QueryClient } from '@tanstack/react-query';
import { queryKeys } from '../client/queryKeys';

/**
 * Shows what a command answered at once, and has everything that lists the task read again. Also
 * after a failure: the task is not what the person took it for.
 */
export function keepTask(
  client: QueryClient,
  id: string,
  task: Task | undefined,
): void {
  // A retry answers with another task than the one that was asked to.
  if (task) client.setQueryData(queryKeys.task.detail(task.id), task);
  if (task?.id !== id) {
    client.invalidateQueries({ queryKey: queryKeys.task.all(id) });
  }
  client.invalidateQueries({ queryKey: queryKeys.tasks.all });
  client.invalidateQueries({ queryKey: queryKeys.inbox.all });
  client.invalidateQueries({ queryKey: queryKeys.queue });
}
