import { FailureClass } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** What follows from a failure before any work was done. `ask`: a person decides. */
export type NextStep = 'start_again' | 'start_without_model' | 'wait' | 'ask';

export type Asked = 'requester' | 'owners' | 'identity_owner' | 'budget_owner';

/** What a person can do about it; the words belong to the screens. */
export type Advice =
  | 'wait'
  | 'ask_for_access'
  | 'enable_agent'
  | 'renew_token'
  | 'check_repository'
  | 'choose_other_model'
  | 'rebase_or_close'
  | 'read_log_and_run_again'
  | 'narrow_scope'
  | 'raise_budget'
  | 'run_again_with_changes'
  | 'ask_again'
  | 'read_record';

export interface FailureStep {
  next: NextStep;
  ask: Asked[];
  advice: Advice;
}

/** Where each class of failure leads. Never to another identity, and never around a person. */
export const FAILURE_STEPS: Record<FailureClass, FailureStep> = {
  rate_limited: { next: 'start_again', ask: [], advice: 'wait' },
  provider_unavailable: { next: 'start_again', ask: [], advice: 'wait' },
  not_sent: { next: 'start_again', ask: [], advice: 'wait' },
  model_unavailable: {
    next: 'start_without_model',
    ask: ['requester'],
    advice: 'choose_other_model',
  },
  permission_denied: {
    next: 'ask',
    ask: ['identity_owner', 'requester'],
    advice: 'ask_for_access',
  },
  not_enabled: {
    next: 'ask',
    ask: ['identity_owner', 'requester'],
    advice: 'enable_agent',
  },
  not_ready: { next: 'ask', ask: ['requester'], advice: 'check_repository' },
  identity_invalid: {
    next: 'wait',
    ask: ['identity_owner', 'requester'],
    advice: 'renew_token',
  },
  repository_not_found: {
    next: 'ask',
    ask: ['requester'],
    advice: 'check_repository',
  },
  conflict: { next: 'ask', ask: ['owners'], advice: 'rebase_or_close' },
  agent_failed: {
    next: 'ask',
    ask: ['requester', 'owners'],
    advice: 'read_log_and_run_again',
  },
  unanswered: {
    next: 'ask',
    ask: ['requester', 'owners'],
    advice: 'narrow_scope',
  },
  timed_out: {
    next: 'ask',
    ask: ['requester', 'owners'],
    advice: 'narrow_scope',
  },
  quota_exhausted: {
    next: 'wait',
    ask: ['identity_owner'],
    advice: 'raise_budget',
  },
  budget_exhausted: {
    next: 'wait',
    ask: ['budget_owner'],
    advice: 'raise_budget',
  },
  review_rejected: {
    next: 'ask',
    ask: ['requester'],
    advice: 'run_again_with_changes',
  },
  expired: { next: 'ask', ask: ['requester'], advice: 'ask_again' },
  policy_changed: { next: 'ask', ask: ['requester'], advice: 'ask_again' },
  unknown: { next: 'ask', ask: ['requester', 'owners'], advice: 'read_record' },
};

/**
 * What the machine may do by itself after a start did not happen. Once the agent has done any
 * work, nothing is repeated without a person; without the model only once, and only by policy.
 */
export function nextStepOf(
  failureClass: FailureClass,
  task: {
    hasWorked: boolean;
    isModelDropped: boolean;
    requestedModel: string;
    terms: { fallbackWithoutModel: boolean };
  },
): NextStep {
  const { next } = FAILURE_STEPS[failureClass];
  if (task.hasWorked) return 'ask';
  if (next !== 'start_without_model') return next;
  const mayDrop =
    task.terms.fallbackWithoutModel &&
    !task.isModelDropped &&
    task.requestedModel !== 'auto';
  return mayDrop ? 'start_without_model' : 'ask';
}
