import {
  ATTENTION_REASONS,
  type Attention,
  type Task,
  TASK_STATUSES,
  type TaskStatus,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { exampleTask } from '../testing/exampleTask';
import { taskMessages } from '../translations/task';
import { headlineOf } from './headline';

/** What a task says that nobody has to do anything about. */
const calm: Partial<Task> = {
  attention: null,
  attentionReason: null,
  answeredAt: null,
};

describe('the sentence and the action of a task', () => {
  const held = {
    reason: 'budget',
    since: '2026-11-20T08:00:00.000Z',
  } as const;
  const queue = { position: 2 };
  const failure = {
    class: 'agent_failed',
    at: '2026-11-20T08:00:00.000Z',
    untrustedText: null,
  } as const;

  it.each<[TaskStatus, Partial<Task>, string, string]>([
    ['needs_approval', {}, 'approval', 'approve'],
    ['waiting', { held: null, queue: null }, 'turn', 'none'],
    ['waiting', { held: null, queue }, 'turnAt', 'none'],
    ['waiting', { held, queue: null }, 'held', 'none'],
    ['waiting', { held, queue }, 'heldAt', 'none'],
    ['working', { state: 'starting' }, 'starting', 'none'],
    ['working', { state: 'in_progress', artifacts: [] }, 'working', 'watch'],
    ['working', { state: 'in_progress' }, 'workingOn', 'watch'],
    ['working', { state: 'idle' }, 'idle', 'watch'],
    ['needs_you', {}, 'asked', 'answer'],
    ['needs_you', { answeredAt: held.since }, 'answered', 'watch'],
    ['in_review', {}, 'judging', 'read'],
    ['done', { outcome: 'succeeded' }, 'succeeded', 'read'],
    ['done', { outcome: 'noop' }, 'noop', 'read'],
    ['not_done', { failure }, 'failed', 'retry'],
    ['not_done', { failure: null }, 'notDone', 'retry'],
    ['cancelled', { outcome: 'cancelled' }, 'cancelled', 'none'],
    ['unclear', {}, 'unclear', 'none'],
  ])(
    'of a calm one that is %s with %j are %s and %s',
    (status, more, key, action) => {
      const task = exampleTask({ ...calm, status, ...more });
      expect(headlineOf(task)).toEqual({ key, action });
    },
  );

  it.each<[Attention, string, string, string]>([
    ['question', 'asked', 'asked', 'answer'],
    ['question', 'quiet', 'quiet', 'look'],
    ['approval', 'policy', 'approval', 'approve'],
    ['approval', 'void', 'approvalVoid', 'approve'],
    ['review', 'ready', 'ready', 'review'],
    ['review', 'run_checks', 'runChecks', 'run_checks'],
    ['review', 'conflict', 'conflict', 'solve_conflict'],
    ['review', 'merge', 'merge', 'merge'],
    ['review', 'inspect_branch', 'branch', 'look'],
    ['review', 'accept', 'accept', 'accept'],
    ['review', 'out_of_scope', 'outOfScope', 'review'],
    ['review', 'self_reviewed', 'selfReviewed', 'review'],
    ['review', 'stale', 'staleReview', 'review'],
    ['failure', 'conflict', 'failed', 'retry'],
    ['blocked', 'sign_in', 'signIn', 'none'],
    ['blocked', 'budget', 'budget', 'none'],
    ['blocked', 'held_too_long', 'heldTooLong', 'none'],
    ['unconfirmed', 'quarantined', 'quarantined', 'resolve'],
    ['unconfirmed', 'access_lost', 'accessLost', 'look'],
  ])(
    'that needs a person for %s, %s, are %s and %s',
    (attention, attentionReason, key, action) => {
      const task = exampleTask({ attention, attentionReason });
      expect(headlineOf(task)).toEqual({ key, action });
    },
  );

  const every = TASK_STATUSES.flatMap(status =>
    [
      [null, null] as const,
      ...Object.entries(ATTENTION_REASONS).flatMap(([attention, reasons]) =>
        [...reasons, 'a_newer_reason'].map(
          reason => [attention as Attention, reason] as const,
        ),
      ),
    ].map(([attention, reason]) => [status, attention, reason] as const),
  );

  it.each(every)(
    'exist for %s with %s, %s',
    (status, attention, attentionReason) => {
      const { key, action } = headlineOf(
        exampleTask({ status, attention, attentionReason }),
      );
      expect(Object.keys(taskMessages.headline)).toContain(key);
      expect(action).not.toBe('');
    },
  );

  it('say that a task is stopping until a read has confirmed that it did', () => {
    const wish = { cancelRequestedAt: held.since, endedAt: null };
    expect(headlineOf(exampleTask(wish)).key).toBe('stopping');
    const stopped = exampleTask({
      ...calm,
      ...wish,
      endedAt: held.since,
      status: 'cancelled',
      outcome: 'cancelled',
    });
    expect(headlineOf(stopped).key).toBe('cancelled');
  });
});
