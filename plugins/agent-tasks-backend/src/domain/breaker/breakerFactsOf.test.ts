import { Outcome } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../task/task';
import { TaskEvent } from '../task/taskEvent';
import { transition } from '../task/transition';
import { exampleProviderTask, HOUR, NOON } from '../testing/exampleData';
import { exampleEvent } from '../testing/exampleEvent';
import { exampleEventWith, taskIn } from '../testing/exampleTask';
import { breakerFactsOf } from './breakerFactsOf';

const told = (before: Task, event: TaskEvent) => {
  // Long enough after the claim that its lease is over.
  const next = transition(before, event, NOON + HOUR);
  if (next.kind !== 'changed') throw new Error(`${event.type}: ${next.kind}`);
  return breakerFactsOf(before, next.task, next.history).map(
    ({ scope, kind, isBad }) =>
      `${scope.kind} ${kind} ${isBad ? 'bad' : 'good'}`,
  );
};

const starting = taskIn('starting');
const epoch = starting.epoch;

describe('what a step of a task teaches', () => {
  it.each([
    ['created', exampleEvent('created', starting, NOON), 'good'],
    ['turned away', exampleEvent('turnedAway', starting, NOON), 'good'],
    [
      'refused',
      exampleEventWith('refused', { epoch, source: 'provider' }),
      'good',
    ],
    ['unclear', exampleEvent('ambiguous', starting, NOON), 'bad'],
    [
      'not sent, nobody there',
      exampleEventWith('notSent', { epoch, reason: 'unreachable' }),
      'bad',
    ],
    [
      'not sent, too late',
      exampleEventWith('notSent', { epoch, reason: 'guard' }),
      null,
    ],
    [
      'not sent, breaker open',
      exampleEventWith('notSent', { epoch, reason: 'breaker' }),
      null,
    ],
    ['a worker that died', exampleEvent('leaseExpired', starting, NOON), null],
  ] as [string, TaskEvent, string | null][])(
    'about the provider: a start that was %s',
    (_name, event, answer) => {
      expect(told(starting, event)).toEqual(
        answer === null ? [] : [`provider start ${answer}`],
      );
    },
  );

  it('a quarantine is the template’s', () => {
    const looked = { ...taskIn('unconfirmed'), looks: 3 };
    const old = { ...looked, intentAt: NOON - HOUR };
    expect(told(old, exampleEvent('gaveUp', old, NOON))).toEqual([
      'template quarantined bad',
    ]);
  });

  it('a second start is told once', () => {
    const second = exampleEventWith('found', {
      providerTask: exampleProviderTask({ id: 'p2' }),
    });
    const before = taskIn('tracking');
    expect(told(before, second)).toContain('template second_start bad');
    const flagged = { ...before, flags: ['duplicate_start' as const] };
    expect(breakerFactsOf(before, flagged, []).map(({ kind }) => kind)).toEqual(
      ['second_start'],
    );
    expect(breakerFactsOf(flagged, flagged, [])).toEqual([]);
  });

  it.each([
    ['succeeded', 'merged', 'good'],
    ['noop', 'nothing_changed', 'good'],
    ['cancelled', 'cancelled_by_other', 'good'],
    ['cancelled', 'cancelled_by_requester', null],
    ['failed', 'agent_failed', 'bad'],
    ['timed_out', 'timed_out', 'bad'],
    ['lost', 'access_lost', 'bad'],
    ['pending', null, null],
  ] as [Outcome, Task['outcomeReason'], string | null][])(
    'a run that %s (%s) is %s',
    (outcome, outcomeReason, answer) => {
      const before = taskIn('tracking');
      const after = { ...before, outcome, outcomeReason };
      expect(
        breakerFactsOf(before, after, []).map(
          ({ kind, isBad }) => `${kind} ${isBad ? 'bad' : 'good'}`,
        ),
      ).toEqual(answer === null ? [] : [`outcome ${answer}`]);
    },
  );

  it('what never ran says nothing about its template', () => {
    const before = taskIn('queued');
    const after = { ...before, outcome: 'timed_out' as const };
    expect(breakerFactsOf(before, after, [])).toEqual([]);
  });

  it.each([
    [360, []],
    [361, ['over_cost']],
  ])('%i credits of an estimate of 120', (amount, kinds) => {
    const before = taskIn('tracking');
    const session = {
      id: 's1',
      state: 'completed',
      usage: { unit: 'ai_credits' as const, amount },
    };
    const after = {
      ...before,
      reported: { ...before.reported, sessions: [session] },
    } as unknown as Task;
    expect(breakerFactsOf(before, after, []).map(({ kind }) => kind)).toEqual(
      kinds,
    );
    const unknown = { estimatedCost: null };
    expect(
      breakerFactsOf({ ...before, ...unknown }, { ...after, ...unknown }, []),
    ).toEqual([]);
  });

  it('a run without a template teaches only about the provider', () => {
    const before = { ...taskIn('tracking'), template: null };
    const after = { ...before, outcome: 'failed' as const };
    expect(breakerFactsOf(before, after, [])).toEqual([]);
  });
});
