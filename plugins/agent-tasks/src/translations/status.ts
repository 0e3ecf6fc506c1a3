export const statusMessages = {
  needs_approval: 'Needs approval',
  waiting: 'Waiting',
  working: 'Working',
  needs_you: 'Needs you',
  in_review: 'In review',
  done: 'Done',
  not_done: 'Not done',
  cancelled: 'Cancelled',
  unclear: 'Unclear',
} as const;

export const attentionMessages = {
  question: 'Needs an answer',
  approval: 'Approval',
  review: 'Ready for review',
  failure: 'Went wrong',
  blocked: 'Blocked',
  unconfirmed: 'Unclear',
} as const;

/** Why a task needs a person, in words; `attentionReason` of the task. */
export const attentionReasonMessages = {
  asked: 'The agent asks something on GitHub',
  quiet: 'The agent has gone quiet',
  policy: 'The policy asks for a yes',
  void: 'Something changed since it was approved',
  ready: 'A pull request is ready',
  run_checks: 'Its checks wait for somebody to run them',
  conflict: 'Its branch conflicts with the base',
  merge: 'Approved, and not merged yet',
  inspect_branch: 'A branch waits to be looked at',
  accept: 'Somebody has to say what it was worth',
  out_of_scope: 'It touched files outside its scope',
  self_reviewed: 'Only its requester has reviewed it',
  stale: 'The review has stood still',
  sign_in: 'A sign-in to GitHub is needed',
  budget: 'The budget is used up',
  held_too_long: 'It has waited longer than it should',
  quarantined: 'Nobody knows whether it started',
  access_lost: 'GitHub does not show it any more',
} as const;

/** Why a task did not work, in words. */
export const failureMessages = {
  rate_limited: 'GitHub takes no more requests for now',
  provider_unavailable: 'GitHub could not be reached',
  not_sent: 'It was never sent',
  model_unavailable: 'The model is not available',
  permission_denied: 'The acting account may not do this',
  not_enabled: 'The agent is not enabled for this repository',
  not_ready: 'The repository is not ready',
  identity_invalid: 'The acting account can no longer sign in',
  repository_not_found: 'The repository was not found',
  conflict: 'It conflicts with other changes',
  agent_failed: 'The agent failed',
  unanswered: 'Nobody answered in time',
  timed_out: 'It took longer than allowed',
  quota_exhausted: 'The quota is used up',
  budget_exhausted: 'The budget is used up',
  review_rejected: 'The pull request was closed unmerged',
  expired: 'It waited past its limit and never started',
  policy_changed: 'The policy no longer allows it',
  unknown: 'It failed, and nobody knows why',
} as const;

/** What a queued task waits for; `held.reason` of the task. */
export const heldMessages = {
  entity: 'for the catalog to know the service',
  preflight: 'for a first look at the repository',
  frozen: 'because starts are frozen',
  breaker: 'because starts like this keep failing',
  window: 'for the hours in which it may run',
  identity: 'for the acting account to sign in',
  provider: 'for GitHub to take more requests',
  budget: 'for budget',
  review_capacity: 'for a free review slot',
  owner_limit: 'for the team’s other tasks',
  organization_limit: 'for the organization’s other tasks',
  repository_limit: 'for another task in this repository',
  requester_limit: 'for your other tasks',
} as const;

/** What came of it. */
export const outcomeMessages = {
  pending: 'Not settled yet',
  succeeded: 'Succeeded',
  noop: 'Nothing to change',
  failed: 'Failed',
  timed_out: 'Took too long',
  cancelled: 'Cancelled',
  lost: 'Lost',
} as const;
