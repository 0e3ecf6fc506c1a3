import { useSyncExternalStore } from 'react';
import { PendingCommand, pendingCommands } from './PendingCommands';

/** What can still be taken back for this task, and the verbs to do so. */
export function usePendingCommand(taskId: string): {
  pending: PendingCommand | undefined;
  /** Does `send` in ten seconds, unless it is undone. */
  add(command: string, send: () => void): void;
  undo(): void;
} {
  const list = useSyncExternalStore(
    pendingCommands.subscribe,
    pendingCommands.list,
  );
  return {
    pending: list.find(entry => entry.taskId === taskId),
    add: (command, send) => pendingCommands.add(taskId, command, send),
    undo: () => pendingCommands.undo(taskId),
  };
}
