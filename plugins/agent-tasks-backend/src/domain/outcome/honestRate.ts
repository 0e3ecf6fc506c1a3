import { Outcome } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { OutcomeReason } from './judgement';

/** How an outcome counts in a template's rate. `excluded`: the ask was taken back, nothing failed. */
export type RateShare = 'success' | 'miss' | 'excluded';

/**
 * The honest rate counts everything that was really asked and not taken back: a run that changed
 * nothing, was stopped by others or was never settled is a miss, not an absence.
 */
export function rateShareOf(task: {
  outcome: Outcome;
  outcomeReason: OutcomeReason | null;
}): RateShare {
  if (task.outcome === 'pending') return 'excluded';
  if (task.outcome === 'succeeded') return 'success';
  const isTakenBack =
    task.outcome === 'cancelled' &&
    (task.outcomeReason === 'cancelled_by_requester' ||
      task.outcomeReason === 'rejected');
  return isTakenBack ? 'excluded' : 'miss';
}

/** Successes among what counts; null when nothing counts yet. */
export function honestRate(shares: readonly RateShare[]): number | null {
  const counted = shares.filter(share => share !== 'excluded');
  if (counted.length === 0) return null;
  return counted.filter(share => share === 'success').length / counted.length;
}
