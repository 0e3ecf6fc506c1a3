import { CostEntry, spentOf } from '../cost/cost';
import {
  ana,
  bo,
  DAY,
  exampleProviderTask,
  examplePullRequest,
  HOUR,
  MINUTE,
  NOON,
  payments,
} from '../testing/exampleData';
import { exampleEvent } from '../testing/exampleEvent';
import {
  exampleEventWith,
  taskAfter,
  taskIn,
  trackedTask,
} from '../testing/exampleTask';
import { Task } from './task';
import { TaskEvent } from './taskEvent';
import { transition } from './transition';

const changed = (task: Task, event: TaskEvent, now = NOON) => {
  const result = transition(task, event, now);
  if (result.kind !== 'changed') throw new Error(`was ${result.kind}`);
  return result;
};

describe('effects and the ledger', () => {
  it('tells the owners of a question once', () => {
    const task = trackedTask({});
    const event = exampleEventWith('observed', {
      providerTask: exampleProviderTask({
        state: 'waiting_for_user',
        updatedAt: NOON + 1,
      }),
      sentAt: NOON + 1,
    });
    const { task: next, effects } = changed(task, event);
    expect(effects).toContainEqual(
      expect.objectContaining({
        kind: 'notify',
        topic: 'question',
        recipients: [payments],
      }),
    );
    const again = changed(
      next,
      exampleEvent('timePassed', next, NOON + 2),
      NOON + 2,
    );
    expect(again.effects.filter(({ kind }) => kind === 'notify')).toEqual([]);
  });

  it('tells the requester too that a pull request is ready', () => {
    const task = trackedTask({ state: 'completed' });
    const { effects } = changed(task, exampleEventWith('artifactsRead', {}));
    expect(effects).toContainEqual(
      expect.objectContaining({
        kind: 'notify',
        topic: 'review',
        recipients: [payments, ana],
      }),
    );
    expect(effects).toContainEqual(
      expect.objectContaining({ kind: 'linkBack', pullRequestNumber: 214 }),
    );
  });

  it.each([
    [
      'a branch without a pull request',
      [{ type: 'branch', headRef: 'copilot/1', baseRef: 'main' }],
      'partial_state',
      [payments, ana],
    ],
    ['nothing', [], 'cancelled_by_others', [ana]],
  ] as const)(
    'tells of a cancelled task that left %s whom it concerns',
    (_what, artifacts, reason, recipients) => {
      const task = trackedTask({
        state: 'cancelled',
        artifacts: [...artifacts],
      });
      const { effects } = changed(
        task,
        exampleEventWith('judged', {
          judgement: {
            outcome: 'cancelled',
            reason: 'cancelled_by_others',
            failureClass: null,
            evidence: [],
          },
        }),
      );
      expect(effects).toContainEqual(
        expect.objectContaining({
          kind: 'notify',
          topic: 'finished',
          reason,
          recipients,
        }),
      );
    },
  );

  it.each(['failed', 'timed_out'])(
    'tells requester and owners of a run that %s and left half a draft',
    state => {
      const task = trackedTask({ state });
      const half = changed(task, exampleEventWith('artifactsRead', {}));
      expect(half.task.flags).toContain('partial_state');
      expect(half.effects).toContainEqual(
        expect.objectContaining({
          kind: 'notify',
          recipients: [payments, ana],
        }),
      );
    },
  );

  it('marks the notification as handled by whoever acted', () => {
    const task = taskIn('pending_approval');
    const { effects } = changed(task, exampleEvent('approved', task, NOON));
    expect(effects).toContainEqual(
      expect.objectContaining({
        kind: 'markHandled',
        by: bo,
        // Those who were told before, and nobody else.
        recipients: task.routedTo,
      }),
    );
  });

  it('publishes a change of state with the one before', () => {
    const task = taskIn('queued');
    const { effects } = changed(
      task,
      exampleEvent('cancelRequested', task, NOON),
    );
    expect(effects).toContainEqual(
      expect.objectContaining({
        kind: 'publish',
        state: 'cancelled',
        previousState: 'queued',
      }),
    );
  });

  const kinds = (costs: CostEntry[]) => costs.map(({ kind }) => kind);

  it('reserves at the claim and gives back what was not sent', () => {
    const task = taskIn('starting');
    expect(spentOf(task.costs)).toBe(120);
    const back = taskAfter(task, ['notSent']);
    expect(spentOf(back.costs)).toBe(0);
    expect(kinds(back.costs)).toEqual(['reserve', 'release']);
  });

  it('keeps the reservation while nobody knows, and writes it off with the task', () => {
    expect(spentOf(taskIn('quarantined').costs)).toBe(120);
    const task = taskIn('written_off');
    expect(spentOf(task.costs)).toBe(120);
    expect(kinds(task.costs)).toContain('write_off');
  });

  it('charges the session when it ends', () => {
    const task = trackedTask({
      state: 'completed',
      updatedAt: NOON + 1,
      sessions: [
        {
          id: 's1',
          state: 'completed',
          createdAt: NOON,
          usage: { unit: 'ai_credits', amount: 33.6 },
        },
      ],
    });
    expect(spentOf(task.costs)).toBe(33.6);
  });

  it('gives the budget of a run back that the system has ended, with the read that confirms it', () => {
    const running = trackedTask({
      state: 'in_progress',
      sessions: [{ id: 's1', state: 'in_progress', createdAt: NOON }],
    });
    const wish = exampleEventWith('cancelRequested', { kind: 'time_limit' });
    const stopping = taskAfter(running, [wish]);
    // It still runs, and may still cost.
    expect(spentOf(stopping.costs)).toBe(120);
    const confirmed = changed(
      stopping,
      exampleEventWith('observed', {
        providerTask: exampleProviderTask({
          state: 'cancelled',
          updatedAt: NOON + 1,
          sessions: [{ id: 's1', state: 'cancelled', createdAt: NOON }],
        }),
        sentAt: NOON + 1,
      }),
    );
    expect(confirmed.costs).toEqual([
      expect.objectContaining({ step: 'insert', kind: 'release', amount: 120 }),
    ]);
    expect(spentOf(confirmed.task.costs)).toBe(0);
    // A run that a person ended may still tell what it used.
    const byPerson = taskAfter(running, [
      exampleEventWith('cancelRequested', { kind: 'requester' }),
      exampleEventWith('observed', {
        providerTask: exampleProviderTask({
          state: 'cancelled',
          updatedAt: NOON + 1,
          sessions: [{ id: 's1', state: 'cancelled', createdAt: NOON }],
        }),
        sentAt: NOON + 1,
      }),
    ]);
    expect(spentOf(byPerson.costs)).toBe(120);
  });

  it('looks again by itself only when time could change something', () => {
    expect(taskIn('queued').judgeDueAt).toBe(NOON + 7 * DAY);
    expect(trackedTask({ state: 'completed' }).judgeDueAt).toBe(NOON);
    const judged = taskAfter(trackedTask({ state: 'failed' }), ['judged']);
    expect(judged.judgeDueAt).toBeNull();
    const asked = taskAfter(trackedTask({ state: 'waiting_for_user' }), [
      'timePassed',
    ]);
    expect(asked.judgeDueAt).toBe(NOON + 3 * DAY);
    expect(taskAfter(asked, ['answered']).judgeDueAt).toBe(NOON + HOUR);
  });

  it('stops reading a pull request that was merged', () => {
    const read = (state: 'open' | 'merged') =>
      exampleEventWith('artifactsRead', {
        pullRequests: [examplePullRequest({ state })],
      });
    const open = taskAfter(trackedTask({ state: 'completed' }), [read('open')]);
    expect(open.artifactDueAt).toBe(NOON + 2 * MINUTE);
    const merged = taskAfter(open, [
      read('merged'),
      exampleEventWith('judged', {
        judgement: {
          outcome: 'succeeded',
          reason: 'merged',
          failureClass: null,
          evidence: [],
        },
      }),
    ]);
    expect(merged.artifactDueAt).toBeNull();
  });
});
