import { ATTENTION_REASONS } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { RecordedPullRequest } from '../observation/mergePullRequests';
import { Task } from '../task/task';
import {
  bareBranches,
  hasEnded,
  isAtRest,
  isReviewable,
  openPullRequest,
} from '../task/taskProgress';

export type ReviewReason = (typeof ATTENTION_REASONS)['review'][number];

/** A pull request that has not moved for a week waits for nobody in particular any more. */
export const STALE_AFTER_MS = 7 * 24 * 3_600_000;

/**
 * What the reviewer is to do, or null when there is nothing to review. The order is that of the
 * work: first what makes a review pointless or dangerous, then what is nearest to the end.
 */
export function reviewReasonOf(task: Task, now: number): ReviewReason | null {
  if (task.outcome !== 'pending') return null;
  const open = openPullRequest(task);
  if (open && isReviewable(task, now)) return reasonOf(task, open, now);
  if (task.phase !== 'tracking' || !isAtRest(task, now)) return null;
  const hasMerge = task.pullRequests.some(({ state }) => state === 'merged');
  if (hasMerge && task.flags.includes('self_reviewed')) return 'self_reviewed';
  if (bareBranches(task).length > 0) return 'inspect_branch';
  const isUndecided = task.terms.success === 'accepted' && hasEnded(task);
  return isUndecided && task.pullRequests.length > 0 ? 'accept' : null;
}

function reasonOf(
  task: Task,
  open: RecordedPullRequest,
  now: number,
): ReviewReason {
  if (task.flags.includes('out_of_scope_files')) return 'out_of_scope';
  if (open.mergeable === false) return 'conflict';
  if (open.checks === 'awaiting_approval') return 'run_checks';
  if (task.flags.includes('self_reviewed')) return 'self_reviewed';
  const isGreen = open.checks === 'passing' || open.checks === 'none';
  if (open.review === 'approved' && isGreen) return 'merge';
  if (now - (open.updatedAt ?? now) >= STALE_AFTER_MS) return 'stale';
  return task.terms.success === 'accepted' ? 'accept' : 'ready';
}
