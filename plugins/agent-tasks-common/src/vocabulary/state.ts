import { TaskPhase } from './phase';

/**
 * The words a provider reports, verbatim. GitHub documents these eight:
 * https://docs.github.com/rest/agent-tasks/agent-tasks
 *
 * @public
 */
export const PROVIDER_STATES = [
  'queued',
  'in_progress',
  'completed',
  'failed',
  'idle',
  'waiting_for_user',
  'timed_out',
  'cancelled',
] as const;

/** @public */
export type ProviderState = (typeof PROVIDER_STATES)[number];

/**
 * One word for programs and filters, derived from the phase and the provider's word.
 *
 * @public
 */
export const TASK_STATES = [
  'pending_approval',
  'rejected',
  'queued',
  'expired',
  'starting',
  'unconfirmed',
  'in_progress',
  'waiting_for_user',
  'idle',
  'completed',
  'failed',
  'timed_out',
  'cancelled',
] as const;

/** @public */
export type TaskState = (typeof TASK_STATES)[number];

const stateOfProviderState: Record<ProviderState, TaskState> = {
  queued: 'starting',
  in_progress: 'in_progress',
  waiting_for_user: 'waiting_for_user',
  idle: 'idle',
  completed: 'completed',
  failed: 'failed',
  timed_out: 'timed_out',
  cancelled: 'cancelled',
};

const stateOfPhase: Record<Exclude<TaskPhase, 'tracking'>, TaskState> = {
  pending_approval: 'pending_approval',
  queued: 'queued',
  starting: 'starting',
  unconfirmed: 'unconfirmed',
  quarantined: 'unconfirmed',
  rejected: 'rejected',
  withdrawn: 'cancelled',
  expired: 'expired',
  refused: 'failed',
  written_off: 'failed',
};

/**
 * Whether a provider's word is one of the eight we know.
 *
 * @public
 */
export function isKnownProviderState(word: string): word is ProviderState {
  return (PROVIDER_STATES as readonly string[]).includes(word);
}

/**
 * The state of a task. A provider's word we do not know shows as `in_progress`: the safest
 * reading, because it neither ends the task nor frees its place; the flag `unknown_state` tells.
 *
 * @public
 */
export function stateOf(task: {
  phase: TaskPhase;
  providerState: string | null;
}): TaskState {
  if (task.phase !== 'tracking') return stateOfPhase[task.phase];
  if (task.providerState === null) return 'starting';
  return isKnownProviderState(task.providerState)
    ? stateOfProviderState[task.providerState]
    : 'in_progress';
}
