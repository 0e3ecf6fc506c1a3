/**
 * Why something did not work, as a closed set: each class leads to one next step.
 *
 * @public
 */
export const FAILURE_CLASSES = [
  'rate_limited',
  'provider_unavailable',
  'not_sent',
  'model_unavailable',
  'permission_denied',
  'not_enabled',
  'not_ready',
  'identity_invalid',
  'repository_not_found',
  'conflict',
  'agent_failed',
  'unanswered',
  'timed_out',
  'quota_exhausted',
  'budget_exhausted',
  'review_rejected',
  'expired',
  'policy_changed',
  'unknown',
] as const;

/** @public */
export type FailureClass = (typeof FAILURE_CLASSES)[number];
