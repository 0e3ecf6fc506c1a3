import { Attention } from './attention';
import { Outcome } from './outcome';
import { TaskPhase } from './phase';
import { stateOf, TaskState } from './state';

/**
 * The one word people see.
 *
 * @public
 */
export const TASK_STATUSES = [
  'needs_approval',
  'waiting',
  'working',
  'needs_you',
  'in_review',
  'done',
  'not_done',
  'cancelled',
  'unclear',
] as const;

/** @public */
export type TaskStatus = (typeof TASK_STATUSES)[number];

const statusOfOutcome: Record<Exclude<Outcome, 'pending'>, TaskStatus> = {
  succeeded: 'done',
  noop: 'done',
  failed: 'not_done',
  timed_out: 'not_done',
  lost: 'not_done',
  cancelled: 'cancelled',
};

const statusOfState: Record<TaskState, TaskStatus> = {
  pending_approval: 'needs_approval',
  rejected: 'not_done',
  queued: 'waiting',
  expired: 'not_done',
  starting: 'working',
  unconfirmed: 'unclear',
  in_progress: 'working',
  waiting_for_user: 'needs_you',
  idle: 'working',
  completed: 'in_review',
  failed: 'in_review',
  timed_out: 'in_review',
  cancelled: 'in_review',
};

const statusOfEnd: Partial<Record<TaskPhase, TaskStatus>> = {
  rejected: 'not_done',
  expired: 'not_done',
  refused: 'not_done',
  written_off: 'not_done',
  withdrawn: 'cancelled',
};

/**
 * The status of a task. How it ended weighs more than where the agent stands (a merge while the
 * agent idles is done); a task that ended at the provider is in review until it is judged.
 *
 * @public
 */
export function statusOf(task: {
  phase: TaskPhase;
  providerState: string | null;
  outcome: Outcome;
  attention: Attention | null;
  attentionReason: string | null;
}): TaskStatus {
  const ended = statusOfEnd[task.phase];
  if (ended) return ended;
  const state = stateOf(task);
  if (state === 'unconfirmed') return 'unclear';
  if (task.outcome !== 'pending') return statusOfOutcome[task.outcome];
  if (task.attention === 'blocked' && task.attentionReason === 'sign_in') {
    return 'needs_you';
  }
  if (task.attention === 'review') return 'in_review';
  return statusOfState[state];
}
