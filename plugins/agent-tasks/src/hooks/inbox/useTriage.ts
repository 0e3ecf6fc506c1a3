import type {
  TaskListItem,
  UpdateTaskRequest,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { keepTask } from '../commands/keepTask';
import { pendingCommands } from '../commands/PendingCommands';
import { GuardedAnswer, updateGuarded } from '../commands/updateGuarded';
import { useTaskCommand } from '../commands/useTaskCommand';

/** A change of one task, as the person saw it. */
export interface TriageUpdate {
  seen: TaskListItem;
  change: UpdateTaskRequest;
}

export interface Triage {
  /** Says yes in ten seconds to what the digest stands for, unless it is undone. */
  approve(taskId: string, digest: string): void;
  undo(taskId: string): void;
  update(seen: TaskListItem, change: UpdateTaskRequest): void;
}

/** The verbs of the inbox that ask for nothing more. What came of them is told by `useNotes`. */
export function useTriage(): Triage {
  const api = useApi(agentTasksApiRef);
  const client = useQueryClient();
  const { mutate: act } = useTaskCommand();
  const { mutate: change } = useMutation<GuardedAnswer, Error, TriageUpdate>({
    mutationFn: call => updateGuarded(api, call.seen, call.change),
    onSettled: (answer, _, { seen }) => keepTask(client, seen.id, answer?.task),
  });
  return useMemo(
    () => ({
      approve: (id, digest) =>
        pendingCommands.add(id, 'approve', () =>
          act({ id, command: 'approve', body: { digest } }),
        ),
      undo: id => pendingCommands.undo(id),
      update: (seen, wish) => change({ seen, change: wish }),
    }),
    [act, change],
  );
}
