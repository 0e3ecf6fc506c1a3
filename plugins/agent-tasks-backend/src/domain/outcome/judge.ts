import { FailureClass } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../task/task';
import {
  bareBranches,
  hasEnded,
  isAtRest,
  openPullRequest,
} from '../task/taskProgress';
import { endOfCancelled } from './endOutcome';
import { Judgement, OutcomeReason } from './judgement';
import { successOf } from './success';

/** Branches may be listed a little after the end; an empty run is only called empty after this. */
export const NOOP_GRACE_MS = 5 * 60_000;
/** Access lost for so long will not come back. */
export const LOST_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * Judges a tracked task by the evidence, in the order of its weight: what was achieved, then how
 * it ended, then what time has decided. null: nothing (new) can be said yet. A judgement already
 * made is corrected only by evidence of success; a person's word stands.
 */
export function judge(task: Task, now: number): Judgement | null {
  if (task.phase !== 'tracking' || task.outcomeBy !== null) return null;
  if (task.outcome === 'succeeded') return null;
  const success = successOf(task, now);
  if (success) return success;
  if (task.outcome !== 'pending') return null;
  return (
    judgeWord(task) ??
    judgeClosed(task, now) ??
    judgeEmpty(task, now) ??
    judgeTime(task, now)
  );
}

/** The ends that the provider calls by name; `completed` says nothing about the result. */
function judgeWord(task: Task): Judgement | null {
  switch (task.providerState) {
    case 'failed':
      return because('failed', 'agent_failed', 'agent_failed');
    case 'timed_out':
      return because('timed_out', 'time_limit', 'timed_out');
    case 'cancelled':
      return { ...endOfCancelled(task.cancelRequested), evidence: [] };
    default:
      return null;
  }
}

/** Every pull request was closed by people, and none is merged. */
function judgeClosed(task: Task, now: number): Judgement | null {
  if (task.pullRequests.length === 0 || !isAtRest(task, now)) return null;
  if (task.pullRequests.some(({ state }) => state !== 'closed')) return null;
  return {
    ...because('failed', 'review_rejected', 'review_rejected'),
    evidence: task.pullRequests.map(({ number }) => `pull_request:${number}`),
  };
}

/** Ended with nothing to show: no branch, or a pull request without a difference. */
function judgeEmpty(task: Task, now: number): Judgement | null {
  if (!hasEnded(task) || now - (task.endedAt ?? now) < NOOP_GRACE_MS) {
    return null;
  }
  const isUnread = task.reported.artifacts.some(
    ({ type }) => type === 'pull_request',
  );
  const open = openPullRequest(task);
  const isEmpty = open
    ? open.changedFiles === 0
    : bareBranches(task).length === 0 &&
      task.pullRequests.length === 0 &&
      !isUnread;
  return isEmpty ? because('noop', 'no_changes', null) : null;
}

function judgeTime(task: Task, now: number): Judgement | null {
  if (
    task.flags.includes('access_lost') &&
    now - (task.gone?.since ?? now) >= LOST_AFTER_MS
  ) {
    return because('lost', 'access_lost', 'unknown');
  }
  if (
    task.endedAt !== null &&
    now - task.endedAt >= task.terms.timeLimits.settleBy
  ) {
    return because('failed', 'never_settled', 'unknown');
  }
  return null;
}

function because(
  outcome: Judgement['outcome'],
  reason: OutcomeReason,
  failureClass: FailureClass | null,
): Judgement {
  return { outcome, reason, failureClass, evidence: [] };
}
