import { ANSWER_PATIENCE_MS, HELD_PATIENCE_MS } from '../attention/attention';
import { STALE_AFTER_MS } from '../attention/reviewReason';
import { LOST_AFTER_MS, NOOP_GRACE_MS } from '../outcome/judge';
import { Task } from '../task/task';
import {
  hasEnded,
  IDLE_LIMIT_MS,
  openPullRequest,
  providerStateSince,
} from '../task/taskProgress';
import { isEndPhase } from '../task/taskTransitions';
import { nextArtifactLookAt } from './retrySchedule';
import { timeLimitOf } from './timeLimits';

/**
 * When the passing of time alone may change something: a limit, a grace, a patience. null when
 * only an event can. Never before now except for a limit that was missed while nobody ran.
 */
export function nextTurnAt(task: Task, now: number): number | null {
  const turns = [
    task.held ? task.held.since + HELD_PATIENCE_MS[task.held.reason] : null,
    ...(task.phase === 'tracking' ? trackingTurns(task) : []),
  ].filter((at): at is number => at !== null && at > now);
  const limit = timeLimitOf(task);
  if (limit) turns.push(Math.max(limit.at, now));
  return turns.length > 0 ? Math.min(...turns) : null;
}

function trackingTurns(task: Task): (number | null)[] {
  if (task.outcome !== 'pending') return [];
  const openSince = openPullRequest(task)?.updatedAt;
  return [
    task.providerState === 'idle'
      ? providerStateSince(task) + IDLE_LIMIT_MS
      : null,
    task.answeredAt !== null ? task.answeredAt + ANSWER_PATIENCE_MS : null,
    task.endedAt !== null ? task.endedAt + NOOP_GRACE_MS : null,
    task.endedAt !== null
      ? task.endedAt + task.terms.timeLimits.settleBy
      : null,
    task.gone !== null ? task.gone.since + LOST_AFTER_MS : null,
    openSince === undefined ? null : openSince + STALE_AFTER_MS,
  ];
}

/**
 * When the pull requests are read next; null when they can tell nothing more. They are read on
 * after a judgement, until it could no longer be corrected.
 *
 * @param followed - how many tasks of the identity share its requests
 */
export function nextArtifactReadAt(
  task: Task,
  now: number,
  followed = 0,
): number | null {
  if (task.phase !== 'tracking' || isEndPhase(task.phase)) return null;
  const isListed = task.reported.artifacts.length > 0;
  if (!isListed && task.pullRequests.length === 0) return null;
  const isSettled =
    task.outcome === 'succeeded' ||
    (task.outcome !== 'pending' && !openPullRequest(task));
  const isPast =
    hasEnded(task) &&
    now - (task.endedAt ?? now) > task.terms.timeLimits.settleBy;
  if (isSettled || isPast) return null;
  const changedAt = Math.max(
    providerStateSince(task),
    ...task.pullRequests.map(({ updatedAt }) => updatedAt ?? 0),
  );
  return nextArtifactLookAt(changedAt, now, followed);
}
