import {
  FailureClass,
  Outcome,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** Why a task came to its outcome. Closed; the words for people belong to the screens. */
export const OUTCOME_REASONS = [
  'merged',
  'checks_passed',
  'pull_request_opened',
  'branch_pushed',
  'no_changes',
  'review_rejected',
  'agent_failed',
  'time_limit',
  'expired',
  'refused',
  'rejected',
  'cancelled_by_requester',
  'cancelled_by_others',
  'written_off',
  'access_lost',
  'never_settled',
  'decided_by_person',
] as const;

export type OutcomeReason = (typeof OUTCOME_REASONS)[number];

/** What came of the ask, and by what evidence. */
export interface Judgement {
  outcome: Exclude<Outcome, 'pending'>;
  reason: OutcomeReason;
  failureClass: FailureClass | null;
  /** What was looked at, as keys: `pull_request:214`, `check:ci/test`. */
  evidence: string[];
}
