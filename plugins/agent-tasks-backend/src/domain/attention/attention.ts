import {
  Attention,
  AttentionReason,
  HeldReason,
  stateOf,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../task/task';
import { isIdleTooLong } from '../task/taskProgress';
import { reviewReasonOf } from './reviewReason';

/** Why a task needs a person now. */
export interface AttentionNeed {
  attention: Attention;
  reason: AttentionReason;
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** How long a task may be held before a person is told. A window is waited for, over a weekend. */
export const HELD_PATIENCE_MS: Record<HeldReason, number> = {
  entity: HOUR,
  preflight: HOUR,
  frozen: DAY,
  breaker: 4 * HOUR,
  window: 3 * DAY,
  identity: 0,
  provider: HOUR,
  budget: HOUR,
  review_capacity: DAY,
  owner_limit: DAY,
  organization_limit: DAY,
  repository_limit: DAY,
  requester_limit: DAY,
};

/** Somebody said "I answered it", and still it waits: after this the question is asked again. */
export const ANSWER_PATIENCE_MS = HOUR;

/**
 * What a task needs a person for, or null. The first that applies, in the order of what a person
 * can still change: a yes, an unclear start, a held start, a broken link, then work and result.
 */
export function attentionOf(task: Task, now: number): AttentionNeed | null {
  return (
    approvalNeed(task) ??
    unconfirmedNeed(task) ??
    blockedNeed(task, now) ??
    failureNeed(task) ??
    reviewNeed(task, now) ??
    questionNeed(task, now)
  );
}

function approvalNeed(task: Task): AttentionNeed | null {
  if (task.phase !== 'pending_approval') return null;
  return {
    attention: 'approval',
    reason: task.isApprovalVoid ? 'void' : 'policy',
  };
}

function unconfirmedNeed(task: Task): AttentionNeed | null {
  if (task.phase === 'quarantined') {
    return { attention: 'unconfirmed', reason: 'quarantined' };
  }
  const isOutOfReach =
    task.phase === 'tracking' &&
    task.outcome === 'pending' &&
    task.flags.includes('access_lost');
  return isOutOfReach
    ? { attention: 'unconfirmed', reason: 'access_lost' }
    : null;
}

function blockedNeed(task: Task, now: number): AttentionNeed | null {
  if (task.phase === 'tracking') {
    return task.needsSignInSince !== null && task.outcome === 'pending'
      ? { attention: 'blocked', reason: 'sign_in' }
      : null;
  }
  if (task.phase !== 'queued' || task.held === null) return null;
  const { reason, since } = task.held;
  if (now - since < HELD_PATIENCE_MS[reason]) return null;
  if (reason === 'identity') return { attention: 'blocked', reason: 'sign_in' };
  if (reason === 'budget') return { attention: 'blocked', reason: 'budget' };
  return { attention: 'blocked', reason: 'held_too_long' };
}

/** Rejected, cancelled, noop and succeeded only notify; what went wrong asks for a next step. */
function failureNeed(task: Task): AttentionNeed | null {
  const isWrong =
    task.outcome === 'failed' ||
    task.outcome === 'timed_out' ||
    task.outcome === 'lost';
  if (!isWrong) return null;
  const isAcknowledged =
    task.acknowledgedAt !== null &&
    task.acknowledgedAt >= (task.outcomeAt ?? 0);
  return isAcknowledged
    ? null
    : { attention: 'failure', reason: task.failure?.class ?? 'unknown' };
}

function reviewNeed(task: Task, now: number): AttentionNeed | null {
  const reason = reviewReasonOf(task, now);
  return reason ? { attention: 'review', reason } : null;
}

function questionNeed(task: Task, now: number): AttentionNeed | null {
  if (task.outcome !== 'pending') return null;
  if (stateOf(task) === 'waiting_for_user') {
    const isAnswered =
      task.answeredAt !== null && now - task.answeredAt < ANSWER_PATIENCE_MS;
    return isAnswered ? null : { attention: 'question', reason: 'asked' };
  }
  return isIdleTooLong(task, now)
    ? { attention: 'question', reason: 'quiet' }
    : null;
}
