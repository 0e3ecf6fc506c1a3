import {
  ana,
  DAY,
  exampleProviderTask,
  MINUTE,
  NOON,
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
