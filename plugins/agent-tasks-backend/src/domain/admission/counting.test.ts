import { TASK_PHASES } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { examplePullRequest, HOUR, NOON } from '../testing/exampleData';
import {
  exampleEventWith,
  taskAfter,
  taskIn,
  trackedTask,
} from '../testing/exampleTask';
import { countersOf, isInFlight, isOnOwner, reviewLoadOf } from './counting';
import { mayCount } from './holdsRepository';
import { queuePlaces, runLengthOf } from './queuePlace';

describe('counting', () => {
  const flying = new Set(['starting', 'unconfirmed', 'tracking']);

  it.each(TASK_PHASES)('a task in %s', phase => {
    expect(isInFlight(taskIn(phase))).toBe(flying.has(phase));
  });

  it.each([
    ['queued', true, true],
    ['in_progress', true, true],
    ['a word we do not know', true, true],
    ['waiting_for_user', false, true],
    ['idle', false, true],
    ['completed', false, false],
    ['failed', false, false],
    ['timed_out', false, false],
    ['cancelled', false, false],
  ])('a run that is %s', (state, flight, owner) => {
    const task = trackedTask({ state });
    expect([isInFlight(task), isOnOwner(task)]).toEqual([flight, owner]);
  });

  it('counts for owner, organization, repository and requester', () => {
    expect(countersOf(taskIn('starting'))).toEqual([
      'owner:group:default/payments',
      'organization:acme',
      'repository:77',
      'requester:user:default/ana',
    ]);
  });

  it('takes one place of the reviewers, never two', () => {
    const idle = taskAfter(trackedTask({ state: 'idle' }), ['artifactsRead']);
    expect(reviewLoadOf(idle, NOON)).toBe(1);
    expect(reviewLoadOf(idle, NOON + HOUR)).toBe(1);
    const ended = taskAfter(trackedTask({ state: 'completed' }), [
      'artifactsRead',
    ]);
    expect(reviewLoadOf(ended, NOON)).toBe(1);
    const closed = taskAfter(ended, [
      exampleEventWith('artifactsRead', {
        pullRequests: [
          examplePullRequest({ state: 'closed', updatedAt: NOON + 1 }),
        ],
      }),
    ]);
    expect(reviewLoadOf(closed, NOON)).toBe(0);
    expect(
      reviewLoadOf(
        trackedTask({}, { ask: { createPullRequest: false } }),
        NOON,
      ),
    ).toBe(0);
  });
});

describe('mayCount', () => {
  // Merged while the agent still works: judged, and a runner is in use all the same.
  const mergedAtWork = taskAfter(trackedTask({}), [
    exampleEventWith('judged', {
      judgement: {
        outcome: 'succeeded',
        reason: 'merged',
        failureClass: null,
        evidence: [],
      },
    }),
  ]);

  it.each([
    ...TASK_PHASES.map(phase => [phase, taskIn(phase)] as const),
    ['merged at work', mergedAtWork] as const,
  ])('leaves no task out that counts: %s', (_name, task) => {
    const counts = countersOf(task).length > 0 || reviewLoadOf(task, NOON) > 0;
    expect(!counts || mayCount(task)).toBe(true);
  });

  it('leaves out what has come to its end', () => {
    expect(
      mayCount(taskAfter(trackedTask({ state: 'failed' }), ['judged'])),
    ).toBe(false);
    expect(mayCount(taskIn('queued'))).toBe(false);
  });
});

describe('the place in the queue', () => {
  const run = { median: 60_000, basis: 'history' as const };
  const limited = {
    reason: 'repository_limit' as const,
    since: NOON,
    ref: '77',
    limit: 2,
  };

  it('counts among those held by the same limit, in turns of that limit', () => {
    const items = ['a', 'b', 'c'].map(taskId => ({
      taskId,
      held: limited,
      run,
    }));
    const other = { taskId: 'd', held: { ...limited, ref: '78' }, run };
    const places = queuePlaces([...items, other], NOON);
    expect([...places.entries()]).toEqual([
      ['a', { position: 1, startsInSeconds: 60, basis: 'history' }],
      ['b', { position: 2, startsInSeconds: 60, basis: 'history' }],
      ['c', { position: 3, startsInSeconds: 120, basis: 'history' }],
      ['d', { position: 1, startsInSeconds: 60, basis: 'history' }],
    ]);
  });

  it.each(['frozen', 'identity', 'budget'] as const)(
    'says nothing while held by %s',
    reason => {
      const held = { reason, since: NOON, until: NOON + HOUR };
      expect(
        queuePlaces([{ taskId: 'a', held, run }], NOON).get('a'),
      ).toMatchObject({
        startsInSeconds: null,
      });
    },
  );

  it('waits for a window to open', () => {
    const held = { reason: 'window' as const, since: NOON, until: NOON + HOUR };
    expect(
      queuePlaces([{ taskId: 'a', held, run }], NOON).get('a'),
    ).toMatchObject({
      startsInSeconds: 3600,
    });
  });

  it('reckons by the median of enough runs, else by the template, else not at all', () => {
    expect(runLengthOf([9, 1, 5], 100)).toEqual({
      median: 5,
      basis: 'history',
    });
    expect(runLengthOf([1, 2, 3, 10], 100)).toEqual({
      median: 2.5,
      basis: 'history',
    });
    expect(runLengthOf([9, 1], 100)).toEqual({
      median: 100,
      basis: 'template',
    });
    expect(runLengthOf([], null)).toBeNull();
  });
});
