import {
  type AgentTasksApi,
  AgentTasksResponseError,
  type Task,
  type TaskListItem,
  type UpdateTaskRequest,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { conflictOf, Conflict } from './conflictOf';

/** Either the task as it was changed, or who was quicker and the task as it is. */
export interface GuardedAnswer {
  task: Task;
  conflict: Conflict | null;
}

/**
 * Changes one task as the person saw it. Where another person decided something about it
 * meanwhile, nothing is changed and that is told; where only the machine moved on, the person's
 * decision still holds and is sent once more.
 */
export async function updateGuarded(
  api: AgentTasksApi,
  seen: TaskListItem,
  change: UpdateTaskRequest,
): Promise<GuardedAnswer> {
  const send = (revision: number) =>
    api.tasks.update(seen.id, change, { revision });
  try {
    return { task: await send(seen.revision), conflict: null };
  } catch (refused) {
    if (!isRevisionConflict(refused)) throw refused;
    const fresh = await api.tasks.get(seen.id);
    const conflict = conflictOf(seen, fresh);
    return conflict
      ? { task: fresh, conflict }
      : { task: await send(fresh.revision), conflict: null };
  }
}

function isRevisionConflict(error: unknown): boolean {
  return (
    error instanceof AgentTasksResponseError &&
    error.code === 'REVISION_CONFLICT'
  );
}
