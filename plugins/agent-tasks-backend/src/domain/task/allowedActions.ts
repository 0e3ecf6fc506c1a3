import {
  stateOf,
  TaskAction,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { MAX_ANSWERS } from './guardOf';
import { Task } from './task';
import { bareBranches, hasEnded, isAtRest } from './taskProgress';

/** Whether a command makes sense for a task as it stands; who may give it is not asked here. */
const MAKES_SENSE: Record<TaskAction, (task: Task, now: number) => boolean> = {
  update: () => true,
  answer: task =>
    stateOf(task) === 'waiting_for_user' && task.answers < MAX_ANSWERS,
  cancel: task => !hasEnded(task) && task.cancelRequested === null,
  // Work that is done, or judged, can be asked for again; what still runs would run twice.
  retry: task =>
    hasEnded(task) || (task.outcome !== 'pending' && !isRunning(task)),
  approve: task => task.phase === 'pending_approval',
  reject: task => task.phase === 'pending_approval',
  accept: (task, now) =>
    task.phase === 'tracking' &&
    (task.outcome !== 'pending' || isAtRest(task, now)),
  rollback: task =>
    hasEnded(task) &&
    task.terms.rollback.length > 0 &&
    (bareBranches(task).length > 0 ||
      task.pullRequests.some(({ state }) => state !== 'closed')),
  open_pull_request: task =>
    task.phase === 'tracking' &&
    hasEnded(task) &&
    task.pullRequests.length === 0 &&
    bareBranches(task).length > 0,
  resolve: task => task.phase === 'quarantined',
};

/** The commands that the state of a task allows, in the order of the vocabulary. */
export function allowedActions(task: Task, now: number): TaskAction[] {
  return (Object.keys(MAKES_SENSE) as TaskAction[]).filter(action =>
    MAKES_SENSE[action](task, now),
  );
}

function isRunning(task: Task): boolean {
  const state = stateOf(task);
  return state === 'starting' || state === 'in_progress';
}
