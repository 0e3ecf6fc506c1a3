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

const alarms = (effects: ReturnType<typeof changed>['effects']) =>
  effects.flatMap(effect => (effect.kind === 'alarm' ? [effect.code] : []));

const second = { providerTask: exampleProviderTask({ id: 'p2' }) };

describe('facts', () => {
  it('a 201 of a worker that lost its lease still counts', () => {
    const task = taskIn('unconfirmed');
    const event = exampleEventWith('created', { epoch: 0 }, task);
    expect(changed(task, event).task).toMatchObject({
      phase: 'tracking',
      providerTaskId: 'p1',
    });
  });

  it('a second provider id is alarmed and flagged, and overwrites nothing', () => {
    const task = taskIn('tracking');
    const { task: next, effects } = changed(
      task,
      exampleEventWith('found', second),
    );
    expect(next.providerTaskId).toBe('p1');
    expect(next.flags).toContain('duplicate_start');
    expect(alarms(effects)).toEqual(['duplicate_start']);
  });

  it('a third provider id is alarmed as well', () => {
    const task = changed(
      taskIn('tracking'),
      exampleEventWith('found', second),
    ).task;
    const third = exampleEventWith('found', {
      providerTask: exampleProviderTask({ id: 'p3' }),
    });
    expect(alarms(changed(task, third).effects)).toEqual(['duplicate_start']);
  });

  it.each([
    'rejected',
    'withdrawn',
    'expired',
    'refused',
    'written_off',
  ] as const)(
    'a task that runs although it was %s is followed, stopped and alarmed',
    phase => {
      const { task, effects } = changed(
        taskIn(phase),
        exampleEventWith('found', {}),
      );
      expect(task).toMatchObject({ phase: 'tracking', outcome: 'pending' });
      expect(task.cancelRequested).not.toBeNull();
      expect(task.flags).toContain('late_start');
      expect(effects).toContainEqual(expect.objectContaining({ kind: 'stop' }));
      expect(alarms(effects)).toContain('late_start');
    },
  );

  it('a late start keeps the wish of the requester who withdrew it', () => {
    const { task } = changed(
      taskIn('withdrawn'),
      exampleEventWith('found', {}),
    );
    expect(task.cancelRequested?.kind).toBe('requester');
  });

  it('a start the record knows nothing of is adopted and flagged as recovered', () => {
    const { task, effects } = changed(
      taskIn('queued'),
      exampleEventWith('found', {}),
    );
    expect(task).toMatchObject({ phase: 'tracking', cancelRequested: null });
    expect(task.flags).toContain('recovered');
    expect(alarms(effects)).toEqual(['recovered']);
  });

  it('a task of another repository is not adopted', () => {
    const event = exampleEventWith('found', {
      providerTask: exampleProviderTask({ repositoryId: '78' }),
    });
    expect(transition(taskIn('unconfirmed'), event, NOON)).toMatchObject({
      kind: 'refused',
      reason: 'foreign_task',
    });
  });
});

describe('epochs', () => {
  it.each([
    'notSent',
    'turnedAway',
    'refused',
    'ambiguous',
    'leaseExpired',
  ] as const)('%s of a replaced worker is recorded and dropped', type => {
    const task = taskIn('starting');
    const event = exampleEventWith(type, { epoch: task.epoch - 1 }, task, NOON);
    expect(transition(task, event, NOON + DAY)).toEqual({
      kind: 'dropped',
      task: { ...task, version: task.version + 1 },
      history: [
        expect.objectContaining({
          type: 'dropped',
          details: { event: type, epoch: 0, currentEpoch: 1 },
        }),
      ],
    });
  });

  it('a paused worker whose guard said no sends its task back to the queue', () => {
    const task = taskAfter(
      taskIn('starting'),
      ['leaseExpired'],
      NOON + 3 * MINUTE,
    );
    expect(task.phase).toBe('unconfirmed');
    const event = exampleEvent('notSent', task, NOON + 4 * MINUTE);
    expect(changed(task, event, NOON + 4 * MINUTE).task.phase).toBe('queued');
  });

  it('a running lease cannot expire', () => {
    const task = taskIn('starting');
    expect(
      transition(task, exampleEvent('leaseExpired', task, NOON), NOON),
    ).toMatchObject({
      kind: 'refused',
      reason: 'lease_still_runs',
    });
  });
});

describe('conditions', () => {
  it.each([
    ['notSent', 'starting'],
    ['turnedAway', 'starting'],
    ['confirmedNotStarted', 'quarantined'],
  ] as const)(
    '%s withdraws a task that somebody wished to stop',
    (type, phase) => {
      const task = taskAfter(taskIn(phase), ['cancelRequested']);
      expect(task.phase).toBe(phase);
      const next = changed(task, exampleEvent(type, task, NOON)).task;
      expect(next).toMatchObject({
        phase: 'withdrawn',
        outcome: 'cancelled',
        outcomeReason: 'cancelled_by_requester',
      });
    },
  );

  it('an approval binds to what was seen', () => {
    const event = exampleEventWith('approved', { digest: 'sha256:other' });
    expect(transition(taskIn('pending_approval'), event, NOON)).toMatchObject({
      reason: 'digest_changed',
    });
  });

  it('nobody approves their own task under four eyes', () => {
    const task = taskIn('pending_approval');
    const event = exampleEventWith(
      'approved',
      { actor: { type: 'user', ref: ana } },
      task,
    );
    expect(transition(task, event, NOON)).toMatchObject({
      reason: 'self_approval',
    });
  });

  it('drift takes an approval back', () => {
    const queued = taskAfter(taskIn('pending_approval'), ['approved']);
    const task = taskAfter(queued, ['approvalNeeded']);
    expect(task).toMatchObject({
      phase: 'pending_approval',
      approval: null,
      attention: 'approval',
      attentionReason: 'void',
    });
  });

  it('a claim needs a preflight of the last minute', () => {
    const task = taskAfter(taskIn('queued'), ['preflighted']);
    const at = (now: number) =>
      transition(task, exampleEvent('claimed', task, now), now);
    expect(at(NOON + MINUTE)).toMatchObject({ kind: 'changed' });
    expect(at(NOON + MINUTE + 1)).toMatchObject({
      reason: 'preflight_missing',
    });
  });

  it('a preflight cannot move a task to another repository or marker', () => {
    const task = taskAfter(taskIn('queued'), ['preflighted']);
    const moved = exampleEventWith('preflighted', { repositoryId: '78' }, task);
    const marked = exampleEventWith(
      'preflighted',
      { marker: 'at1_t1_zzzzzzzz' },
      task,
    );
    expect(transition(task, moved, NOON)).toMatchObject({
      reason: 'repository_changed',
    });
    expect(transition(task, marked, NOON)).toMatchObject({
      reason: 'marker_changed',
    });
  });

  it('a run that ended can no longer be cancelled', () => {
    const task = trackedTask({ state: 'completed' });
    const event = exampleEvent('cancelRequested', task, NOON);
    expect(transition(task, event, NOON)).toMatchObject({
      reason: 'already_ended',
    });
  });

  it('a waiting agent is answered three times at most', () => {
    let task = trackedTask({ state: 'waiting_for_user' });
    for (let n = 0; n < 3; n += 1) task = taskAfter(task, ['answered']);
    expect(
      transition(task, exampleEvent('answered', task, NOON), NOON),
    ).toMatchObject({
      reason: 'answers_used_up',
    });
  });

  it('the machine does not give up before the window is over', () => {
    const task = taskAfter(taskIn('unconfirmed'), [
      'absent',
      'absent',
      'absent',
    ]);
    const event = exampleEvent('gaveUp', task, NOON);
    expect(transition(task, event, NOON + 179_999)).toMatchObject({
      reason: 'still_looking',
    });
    expect(changed(task, event, NOON + 180_000).task.attention).toBe(
      'unconfirmed',
    );
  });
});

describe('a repeated command answers with the task as it is', () => {
  it.each([
    ['approved', () => taskAfter(taskIn('pending_approval'), ['approved'])],
    ['rejected', () => taskIn('rejected')],
    [
      'cancelRequested',
      () => taskAfter(taskIn('tracking'), ['cancelRequested']),
    ],
    [
      'confirmedNotStarted',
      () => taskAfter(taskIn('quarantined'), ['confirmedNotStarted']),
    ],
    ['writtenOff', () => taskIn('written_off')],
    ['overruled', () => taskAfter(taskIn('tracking'), ['overruled'])],
    ['created', () => taskIn('tracking')],
  ] as const)('%s', (type, make) => {
    const task = make();
    expect(transition(task, exampleEvent(type, task, NOON), NOON)).toEqual({
      kind: 'unchanged',
      task,
    });
  });
});

describe('following', () => {
  it('a wish to stop is repeated until a read confirms it', () => {
    const wished = changed(
      taskIn('tracking'),
      exampleEventWith('cancelRequested', {}),
    );
    const key = (result: ReturnType<typeof changed>) =>
      result.effects.flatMap(e => (e.kind === 'stop' ? [e.dedupeKey] : []));
    const tried = taskAfter(wished.task, ['stopTried']);
    const read = (state: string) =>
      exampleEventWith('observed', {
        providerTask: exampleProviderTask({ state, updatedAt: NOON + 1 }),
        sentAt: NOON + 1,
      });
    const stillRuns = changed(tried, read('in_progress'));
    expect(key(wished)).toHaveLength(1);
    expect(key(stillRuns)).toHaveLength(1);
    expect(key(stillRuns)).not.toEqual(key(wished));
    const confirmed = changed(tried, read('cancelled'));
    expect(key(confirmed)).toEqual([]);
    expect(confirmed.task.readDueAt).toBeNull();
  });

  it('says so when it cannot be stopped', () => {
    let task = taskAfter(taskIn('tracking'), ['cancelRequested']);
    for (let n = 0; n < 4; n += 1) task = taskAfter(task, ['stopTried']);
    expect(task.flags).not.toContain('cannot_stop');
    const { task: last, effects } = changed(
      task,
      exampleEvent('stopTried', task, NOON),
    );
    expect(last.flags).toContain('cannot_stop');
    expect(alarms(effects)).toEqual(['cannot_stop']);
  });

  it('a new session after an end is no longer under the wish that ended the first', () => {
    const wished = taskAfter(trackedTask({}), ['cancelRequested']);
    const read = (state: string, sessionCount: number, at: number) =>
      exampleEventWith('observed', {
        providerTask: exampleProviderTask({
          state,
          sessionCount,
          updatedAt: at,
        }),
        sentAt: at,
      });
    const ended = changed(wished, read('cancelled', 1, NOON + 1)).task;
    const resumed = changed(ended, read('in_progress', 2, NOON + 2));
    expect(resumed.classes).toEqual(['session_resumed']);
    expect(resumed.task).toMatchObject({
      cancelRequested: null,
      endedAt: null,
    });
  });

  it('activity after an end reopens our judgement, but not a person’s', () => {
    const ended = trackedTask({ state: 'failed' });
    const again = exampleEventWith('observed', {
      providerTask: exampleProviderTask({
        sessionCount: 2,
        updatedAt: NOON + 1,
      }),
      sentAt: NOON + 1,
    });
    const judged = taskAfter(ended, ['judged']);
    expect(changed(judged, again).task.outcome).toBe('pending');
    const overruled = taskAfter(judged, [
      exampleEventWith('overruled', { outcome: 'noop' }),
    ]);
    expect(changed(overruled, again).task.outcome).toBe('noop');
  });

  it('a foreign read is alarmed and changes nothing people see', () => {
    const task = taskIn('tracking');
    const event = exampleEventWith('observed', {
      providerTask: exampleProviderTask({ creatorId: '6', state: 'completed' }),
    });
    const result = changed(task, event);
    expect(alarms(result.effects)).toEqual(['foreign']);
    expect(result.task.revision).toBe(task.revision);
    expect(result.task.reported).toBe(task.reported);
  });

  it('a duplicate read is no new revision and no line in the record', () => {
    const task = taskIn('tracking');
    const result = changed(task, exampleEvent('observed', task, NOON));
    expect(result.classes).toEqual(['duplicate']);
    expect(result).toMatchObject({ history: [], effects: [] });
    expect(result.task.revision).toBe(task.revision);
  });

  it('a step back of the provider is recorded, and nobody is notified', () => {
    const waiting = (state: string, at: number) =>
      exampleEventWith('observed', {
        providerTask: exampleProviderTask({ state, updatedAt: at }),
        sentAt: at,
      });
    const idle = taskAfter(taskIn('tracking'), [waiting('idle', NOON + 1)]);
    const back = changed(idle, waiting('waiting_for_user', NOON + 2));
    expect(back.classes).toEqual(['regression']);
    expect(back.task.attention).toBe('question');
    expect(back.history).toHaveLength(1);
    expect(back.effects.some(({ kind }) => kind === 'notify')).toBe(false);
  });

  it('a token the provider refused asks its person to sign in, until a read succeeds', () => {
    const task = taskIn('tracking');
    const failed = changed(
      task,
      exampleEventWith(
        'readFailed',
        { isGone: false, failureClass: 'identity_invalid' },
        task,
      ),
    ).task;
    expect(failed).toMatchObject({
      attention: 'blocked',
      attentionReason: 'sign_in',
      routedTo: [ana],
      staleSince: NOON,
    });
    const read = changed(failed, exampleEvent('observed', failed, NOON)).task;
    expect(read).toMatchObject({ attention: null, staleSince: null });
  });
});

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

  it('marks the notification as handled by whoever acted', () => {
    const task = taskIn('pending_approval');
    const { effects } = changed(task, exampleEvent('approved', task, NOON));
    expect(effects).toContainEqual(
      expect.objectContaining({ kind: 'markHandled', by: bo }),
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
    expect(open.artifactDueAt).toBe(NOON + MINUTE);
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
