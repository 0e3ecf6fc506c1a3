import { ana, exampleProviderTask, NOON } from '../testing/exampleData';
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
