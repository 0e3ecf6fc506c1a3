import { Task } from '../task/task';
import { DAY, examplePullRequest, HOUR, NOON } from '../testing/exampleData';
import {
  exampleEventWith,
  taskAfter,
  taskIn,
  trackedTask,
} from '../testing/exampleTask';
import { nextTurnAt } from './dueTimes';
import { timeLimitOf } from './timeLimits';

const withPullRequest = (task: Task) =>
  taskAfter(task, [
    exampleEventWith('artifactsRead', { pullRequests: [examplePullRequest()] }),
  ]);

const session = (createdAt: number) => ({
  sessions: [{ id: 's1', state: 'in_progress', createdAt }],
});

describe('timeLimitOf', () => {
  it.each([
    [
      'a task that waits for a yes',
      taskIn('pending_approval'),
      3 * DAY,
      'expire',
      'expired',
    ],
    [
      'a task that waits for its turn',
      taskIn('queued'),
      7 * DAY,
      'expire',
      'expired',
    ],
    ['a run', taskIn('tracking'), 2 * HOUR, 'stop', 'timed_out'],
    [
      'a second session',
      trackedTask({ ...session(NOON + HOUR), updatedAt: NOON + HOUR }),
      3 * HOUR,
      'stop',
      'timed_out',
    ],
    [
      'an agent that asks',
      trackedTask({ state: 'waiting_for_user' }),
      3 * DAY,
      'stop',
      'unanswered',
    ],
    [
      'an idle agent with nothing to show',
      trackedTask({ state: 'idle' }),
      2 * HOUR,
      'stop',
      'timed_out',
    ],
  ])('%s', (_name, task, after, then, failureClass) => {
    expect(timeLimitOf(task)).toEqual({ at: NOON + after, then, failureClass });
  });

  it.each([
    [
      'an idle agent with a pull request',
      withPullRequest(trackedTask({ state: 'idle' })),
    ],
    [
      'a run that is to stop already',
      taskAfter(taskIn('tracking'), ['cancelRequested']),
    ],
    ['a run that ended', trackedTask({ state: 'completed' })],
    ['a start in flight', taskIn('starting')],
    ['a start nobody can see', taskIn('quarantined')],
    ['an end', taskIn('expired')],
  ])('no limit runs for %s', (_name, task) => {
    expect(timeLimitOf(task)).toBeNull();
  });

  it('an answer gives the agent its time again', () => {
    const asked = trackedTask({ state: 'waiting_for_user' });
    const answered = taskAfter(asked, ['answered'], NOON + DAY);
    expect(timeLimitOf(answered)?.at).toBe(NOON + 4 * DAY);
  });

  it('a start that did not happen does not rejuvenate a waiting task', () => {
    const back = taskAfter(taskIn('starting'), ['notSent'], NOON + DAY);
    expect(timeLimitOf(back)?.at).toBe(NOON + 7 * DAY);
  });
});

describe('nextTurnAt', () => {
  it('is now for a limit that was missed while nobody ran', () => {
    expect(nextTurnAt(taskIn('queued'), NOON + 30 * DAY)).toBe(NOON + 30 * DAY);
  });

  it('is the nearest of what time can change', () => {
    const held: Task = {
      ...taskIn('queued'),
      held: { reason: 'budget', since: NOON },
    };
    expect(nextTurnAt(held, NOON)).toBe(NOON + HOUR);
    expect(nextTurnAt(held, NOON + HOUR)).toBe(NOON + 7 * DAY);
    const idle = trackedTask({ state: 'idle' });
    expect(nextTurnAt(idle, NOON)).toBe(NOON + HOUR / 2);
  });
});
