import fc from 'fast-check';
import { TASK_PHASES } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { EVENT_TYPES, exampleEvent } from '../testing/exampleEvent';
import { MINUTE, NOON } from '../testing/exampleData';
import { taskIn } from '../testing/exampleTask';
import { Task } from './task';
import { TaskEvent, TaskEventType } from './taskEvent';
import { FromPhase, isEndPhase, TRANSITIONS } from './taskTransitions';
import { Transition, transition } from './transition';

fc.configureGlobal({ seed: 20261120 });

const PHASES: FromPhase[] = ['new', ...TASK_PHASES];

/** A little later than noon, so that a lease has run out. */
const LATER = NOON + 2 * MINUTE;

/*
 * Every phase × every event. A word: the next phase. `.`: the phase stays. `-`: refused.
 * `=`: already done, answered with the task as it is. `!`: refused by a condition, not by the table.
 */
// One line per event, so that the table reads as a table.
// prettier-ignore
const MATRIX: Record<TaskEventType, string> = {
  //                    new              pending_approval queued           starting    unconfirmed quarantined tracking rejected withdrawn expired refused written_off
  submitted:            'queued           -                -                -           -           -           -        -        -        -        -        -',
  submittedForApproval: 'pending_approval -                -                -           -           -           -        -        -        -        -        -',
  approved:             '-                queued           -                -           -           -           -        -        -        -        -        -',
  rejected:             '-                rejected         -                -           -           -           -        =        -        -        -        -',
  approvalNeeded:       '-                .                pending_approval -           -           -           -        -        -        -        -        -',
  denied:               '-                -                refused          -           -           -           -        -        -        -        -        -',
  cancelRequested:      '-                withdrawn        withdrawn        .           .           .           .        -        =        -        -        -',
  expired:              '-                expired          expired          -           -           -           -        -        -        -        -        -',
  preflighted:          '-                .                .                -           -           -           -        -        -        -        -        -',
  heldChanged:          '-                -                .                -           -           -           -        -        -        -        -        -',
  entityBound:          '-                .                .                -           -           -           .        -        -        -        -        -',
  claimed:              '-                -                !                -           -           -           -        -        -        -        -        -',
  created:              '-                tracking         tracking         tracking    tracking    tracking    =        tracking tracking tracking tracking tracking',
  notSent:              '-                -                -                queued      queued      queued      -        -        -        -        -        -',
  turnedAway:           '-                -                -                queued      queued      queued      -        -        -        -        -        -',
  refused:              '-                -                -                refused     refused     refused     -        -        -        -        -        -',
  ambiguous:            '-                -                -                unconfirmed -           -           -        -        -        -        -        -',
  leaseExpired:         '-                -                -                unconfirmed -           -           -        -        -        -        -        -',
  found:                '-                tracking         tracking         tracking    tracking    tracking    =        tracking tracking tracking tracking tracking',
  foundInUse:           '-                -                -                -           quarantined .           -        -        -        -        -        -',
  absent:               '-                -                -                -           .           .           -        -        -        -        -        -',
  gaveUp:               '-                -                -                -           !           -           -        -        -        -        -        -',
  confirmedNotStarted:  '-                -                -                -           -           queued      -        -        -        -        -        -',
  writtenOff:           '-                -                -                -           -           written_off -        -        -        -        -        =',
  observed:             '-                -                -                -           -           -           .        -        -        -        -        -',
  readFailed:           '-                -                -                -           -           -           .        -        -        -        -        -',
  artifactsRead:        '-                -                -                -           -           -           .        -        -        -        -        -',
  stopTried:            '-                -                -                -           -           -           .        -        -        -        -        -',
  judged:               '-                -                -                -           -           -           .        -        -        -        -        -',
  overruled:            '-                -                -                -           -           -           .        -        -        -        -        -',
  updated:              '-                .                .                .           .           .           .        .        .        .        .        .',
  answered:             '-                -                -                -           -           -           !        -        -        -        -        -',
  rerouted:             '-                .                .                .           .           .           .        .        .        .        .        .',
  reminded:             '-                .                .                .           .           .           .        .        .        .        .        .',
  timePassed:           '-                .                .                .           .           .           .        .        .        .        .        .',
  noted:                '-                .                .                .           .           .           .        .        .        .        .        .',
};

const CELLS = EVENT_TYPES.flatMap(event => {
  const words = MATRIX[event].split(/\s+/);
  return PHASES.map((phase, index) => ({ phase, event, cell: words[index] }));
});

const taskOf = (phase: FromPhase) => (phase === 'new' ? null : taskIn(phase));

describe('the matrix of phases and events', () => {
  it('has a row for every event, and a cell for every phase', () => {
    expect(Object.keys(MATRIX).sort()).toEqual([...EVENT_TYPES].sort());
    const widths = EVENT_TYPES.map(event => MATRIX[event].split(/\s+/).length);
    expect(new Set(widths)).toEqual(new Set([PHASES.length]));
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...PHASES].sort());
  });

  it.each(CELLS)('$phase × $event: $cell', ({ phase, event, cell }) => {
    const task = taskOf(phase);
    const result = transition(task, exampleEvent(event, task, LATER), LATER);
    expect(wordOf(phase, result)).toBe(cell);
  });

  /** What the matrix would say about this result. */
  function wordOf(phase: FromPhase, result: Transition): string {
    switch (result.kind) {
      case 'refused':
        return result.reason === 'not_in_this_phase' ? '-' : '!';
      case 'unchanged':
        return '=';
      case 'dropped':
        return 'dropped';
      default:
        return result.task.phase === phase ? '.' : result.task.phase;
    }
  }
});

describe('any history of events', () => {
  const visited = new Set<string>();

  const step = fc.record({
    type: fc.constantFrom(...EVENT_TYPES),
    // Verdicts of an earlier claim, other ids, other digests: what a race or a bug would send.
    isStray: fc.boolean(),
    isLater: fc.boolean(),
  });
  const history = fc.record({
    // Walks alone seldom reach the far phases; starting in each of them reaches every cell.
    from: fc.constantFrom(...PHASES),
    steps: fc.array(step, { minLength: 1, maxLength: 25 }),
  });

  it('keeps the promises of the record', () => {
    fc.assert(
      fc.property(history, ({ from, steps }) => {
        let task = taskOf(from);
        let now = NOON + 3 * MINUTE;
        for (const { type, isStray, isLater } of steps) {
          now += isLater ? 45 * MINUTE : 1;
          const fitting = exampleEvent(type, task, now);
          const event = isStray ? stray(fitting) : fitting;
          visited.add(`${task?.phase ?? 'new'} × ${type}`);
          const result = transition(task, event, now);
          task = checked(task, result, event, now);
        }
      }),
      { numRuns: 2_000 },
    );
    const all = CELLS.map(({ phase, event }) => `${phase} × ${event}`);
    expect(all.filter(cell => !visited.has(cell))).toEqual([]);
  });

  function stray(event: TaskEvent): TaskEvent {
    if (event.type === 'created' || event.type === 'found') {
      return { ...event, providerTask: { ...event.providerTask, id: 'p2' } };
    }
    if (event.type === 'observed') {
      const { providerTask } = event;
      return {
        ...event,
        providerTask: { ...providerTask, state: 'completed', sessionCount: 2 },
      };
    }
    if ('epoch' in event) return { ...event, epoch: event.epoch - 1 };
    return 'digest' in event ? { ...event, digest: 'sha256:other' } : event;
  }

  function checked(
    before: Task | null,
    result: Transition,
    event: TaskEvent,
    now: number,
  ): Task | null {
    if (result.kind === 'refused') return before;
    const next = result.task;
    // A due time in the past would make its loop spin.
    if (result.kind === 'changed' && next.judgeDueAt !== null) {
      expect(next.judgeDueAt).toBeGreaterThanOrEqual(now);
    }
    if (before) {
      if (before.providerTaskId !== null) {
        expect(next.providerTaskId).toBe(before.providerTaskId);
      }
      if (before.phase === 'tracking') expect(next.phase).toBe('tracking');
      expect(next.epoch - before.epoch).toBe(
        event.type === 'claimed' && next !== before ? 1 : 0,
      );
      expect(next.revision).toBeGreaterThanOrEqual(before.revision);
      expect(next.version - before.version).toBe(next === before ? 0 : 1);
    }
    expect(next.lease !== null).toBe(next.phase === 'starting');
    expect(next.held === null || next.phase === 'queued').toBe(true);
    expect(next.providerTaskId !== null).toBe(next.phase === 'tracking');
    if (isEndPhase(next.phase)) expect(next.outcome).not.toBe('pending');
    if (next.attention !== null) {
      expect(next.routedTo).not.toEqual([]);
      expect(next.remindDueAt).not.toBeNull();
    }
    return next;
  }
});
