import type {
  Attention,
  TaskListItem,
  TaskStatus,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { taskMessages } from '../translations/task';

/** A sentence of the translations under `task.headline`. */
export type HeadlineKey = keyof typeof taskMessages.headline;

/**
 * The one thing to do next. The verbs are those of `allowedActions`, the others lead to the
 * provider; `none`: nobody has to do anything.
 */
export type PrimaryAction =
  | 'approve'
  | 'answer'
  | 'accept'
  | 'retry'
  | 'resolve'
  | 'review'
  | 'run_checks'
  | 'merge'
  | 'solve_conflict'
  | 'look'
  | 'watch'
  | 'read'
  | 'none';

/** Where a task stands, and what comes next. */
export interface Headline {
  key: HeadlineKey;
  action: PrimaryAction;
}

const byAttention: Record<
  Exclude<Attention, 'failure'>,
  Record<string, Headline>
> = {
  question: {
    asked: { key: 'asked', action: 'answer' },
    quiet: { key: 'quiet', action: 'look' },
  },
  approval: {
    policy: { key: 'approval', action: 'approve' },
    void: { key: 'approvalVoid', action: 'approve' },
  },
  review: {
    ready: { key: 'ready', action: 'review' },
    run_checks: { key: 'runChecks', action: 'run_checks' },
    conflict: { key: 'conflict', action: 'solve_conflict' },
    merge: { key: 'merge', action: 'merge' },
    inspect_branch: { key: 'branch', action: 'look' },
    accept: { key: 'accept', action: 'accept' },
    out_of_scope: { key: 'outOfScope', action: 'review' },
    self_reviewed: { key: 'selfReviewed', action: 'review' },
    stale: { key: 'staleReview', action: 'review' },
  },
  blocked: {
    sign_in: { key: 'signIn', action: 'none' },
    budget: { key: 'budget', action: 'none' },
    held_too_long: { key: 'heldTooLong', action: 'none' },
  },
  unconfirmed: {
    quarantined: { key: 'quarantined', action: 'resolve' },
    access_lost: { key: 'accessLost', action: 'look' },
  },
};

const byStatus: Record<TaskStatus, (task: TaskListItem) => Headline> = {
  needs_approval: () => ({ key: 'approval', action: 'approve' }),
  waiting: waitingHeadline,
  working: workingHeadline,
  needs_you: task =>
    task.answeredAt
      ? { key: 'answered', action: 'watch' }
      : { key: 'asked', action: 'answer' },
  in_review: () => ({ key: 'judging', action: 'read' }),
  done: task =>
    task.outcome === 'noop'
      ? { key: 'noop', action: 'read' }
      : { key: 'succeeded', action: 'read' },
  not_done: task => ({
    key: task.failure ? 'failed' : 'notDone',
    action: 'retry',
  }),
  cancelled: () => ({ key: 'cancelled', action: 'none' }),
  unclear: () => ({ key: 'unclear', action: 'none' }),
};

/**
 * One sentence and one action for a task: a wish to stop is told until it has come true, then why
 * it needs a person, then where it stands.
 */
export function headlineOf(task: TaskListItem): Headline {
  if (isStopping(task)) return { key: 'stopping', action: 'watch' };
  const { attention, attentionReason } = task;
  if (attention === 'failure') return { key: 'failed', action: 'retry' };
  const needed = attention && byAttention[attention][attentionReason ?? ''];
  return needed || byStatus[task.status](task);
}

/** Somebody wished it to stop, and no read has confirmed that it did. */
export function isStopping(task: TaskListItem): boolean {
  return (
    task.cancelRequestedAt !== null &&
    task.endedAt === null &&
    task.outcome === 'pending'
  );
}

function waitingHeadline({ held, queue }: TaskListItem): Headline {
  if (held) return { key: queue ? 'heldAt' : 'held', action: 'none' };
  return { key: queue ? 'turnAt' : 'turn', action: 'none' };
}

function workingHeadline({ state, artifacts }: TaskListItem): Headline {
  if (state === 'starting') return { key: 'starting', action: 'none' };
  const isOpen = artifacts.some(
    artifact => artifact.type === 'pull_request' && artifact.state === 'open',
  );
  if (state !== 'idle' && isOpen) return { key: 'workingOn', action: 'watch' };
  return { key: state === 'idle' ? 'idle' : 'working', action: 'watch' };
}
