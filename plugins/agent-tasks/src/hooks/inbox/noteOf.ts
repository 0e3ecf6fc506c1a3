import type {
  TaskAction,
  UpdateTaskRequest,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { MutationState } from '@tanstack/react-query';
import { Conflict } from '../commands/conflictOf';

/** What the person did to a task. */
export type Deed =
  | Exclude<TaskAction, 'update'>
  | 'acknowledge'
  | 'assign'
  | 'release'
  | 'snooze'
  | 'wake';

/** What came of something the person did, at the row they did it to. */
export type Note =
  | { kind: 'done'; deed: Deed; at: number }
  | { kind: 'conflict'; conflict: Conflict }
  | { kind: 'failed'; error: Error };

/** Reads what came of a mutation, and of which task; undefined for those that change no task. */
export function noteOf({
  variables,
  data,
  error,
}: MutationState): { id: string; note: Note } | undefined {
  const call = Object(variables);
  const answer = Object(data);
  const id: unknown =
    call.id ?? call.seen?.id ?? answer.parentTaskId ?? answer.task?.id;
  if (typeof id !== 'string') return undefined;
  if (error) return { id, note: { kind: 'failed', error } };
  if (answer.conflict) {
    return { id, note: { kind: 'conflict', conflict: answer.conflict } };
  }
  const deed: Deed | undefined =
    call.command ??
    // Only running again answers with another task than it was given.
    (answer.parentTaskId ? 'retry' : deedOf(call.change ?? call));
  return deed && { id, note: { kind: 'done', deed, at: Date.now() } };
}

function deedOf(change: UpdateTaskRequest): Deed | undefined {
  if (change.acknowledged) return 'acknowledge';
  if (change.snoozedUntil !== undefined) {
    return change.snoozedUntil === null ? 'wake' : 'snooze';
  }
  if (change.assignee !== undefined) {
    return change.assignee === null ? 'release' : 'assign';
  }
  return undefined;
}
