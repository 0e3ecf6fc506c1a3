import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { queryKeys } from '../client/queryKeys';

const CHANNEL = 'agent-tasks';

/** One task has a new revision. */
type TaskSignal = { taskId: string; revision: number };

/** Reads again what a signal says has changed, as long as the component stands. */
export function useTaskSignals(): void {
  const signals = useApiHolder().get(signalApiRef);
  const client = useQueryClient();
  useEffect(() => {
    const subscriber = signals?.subscribe<TaskSignal>(CHANNEL, signal =>
      readAgain(client, signal),
    );
    return () => subscriber?.unsubscribe();
  }, [signals, client]);
}

function readAgain(client: QueryClient, { taskId, revision }: TaskSignal) {
  const known = client.getQueryData<{ revision: number }>(
    queryKeys.task.detail(taskId),
  );
  // Our own command brought it already.
  if (known && known.revision >= revision) return;
  for (const queryKey of [
    queryKeys.task.all(taskId),
    queryKeys.tasks.all,
    queryKeys.inbox.all,
    queryKeys.queue,
  ]) {
    client.invalidateQueries({ queryKey });
  }
}
