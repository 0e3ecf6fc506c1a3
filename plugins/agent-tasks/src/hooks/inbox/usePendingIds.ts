import { useMutationState } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import { pendingCommands } from '../commands/PendingCommands';

/**
 * Tasks with a command on its way: the command, while it can still be taken back; `sending` once
 * it was sent.
 */
export function usePendingIds(): ReadonlyMap<string, string> {
  const list = useSyncExternalStore(
    pendingCommands.subscribe,
    pendingCommands.list,
  );
  const sent = useMutationState({
    filters: { status: 'pending' },
    select: ({ state }): unknown => {
      const { id, command } = Object(state.variables);
      return command && id;
    },
  });
  const sending = sent.filter(id => typeof id === 'string').join('\n');
  return useMemo(
    () =>
      new Map([
        ...sending
          .split('\n')
          .filter(id => id !== '')
          .map((id): [string, string] => [id, 'sending']),
        ...list.map((entry): [string, string] => [entry.taskId, entry.command]),
      ]),
    [list, sending],
  );
}
