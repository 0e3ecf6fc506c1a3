import {
  EndPhase,
  FailureClass,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { CancelRequest } from '../task/task';
import { Judgement } from './judgement';

type End = Omit<Judgement, 'evidence'>;

/** What a stop comes to: a time limit is never called a cancellation, and who wished it counts. */
export function endOfCancelled(wish: CancelRequest | null): End {
  if (wish?.kind === 'time_limit') {
    return {
      outcome: 'timed_out',
      reason: 'time_limit',
      failureClass: wish.failureClass ?? 'timed_out',
    };
  }
  return {
    outcome: 'cancelled',
    // Without a wish of ours somebody stopped it at the provider.
    reason:
      wish?.kind === 'requester'
        ? 'cancelled_by_requester'
        : 'cancelled_by_others',
    failureClass: null,
  };
}

/** What an end before or without tracking comes to. */
export function endOutcome(
  phase: EndPhase,
  wish: CancelRequest | null,
  refusedFor: FailureClass | null,
): End {
  switch (phase) {
    case 'rejected':
      return { outcome: 'cancelled', reason: 'rejected', failureClass: null };
    case 'withdrawn':
      return endOfCancelled(wish);
    case 'expired':
      return {
        outcome: 'timed_out',
        reason: 'expired',
        failureClass: 'expired',
      };
    case 'refused':
      return {
        outcome: 'failed',
        reason: 'refused',
        failureClass: refusedFor ?? 'unknown',
      };
    case 'written_off':
      return {
        outcome: 'lost',
        reason: 'written_off',
        failureClass: 'unknown',
      };
    default:
      return phase satisfies never;
  }
}
