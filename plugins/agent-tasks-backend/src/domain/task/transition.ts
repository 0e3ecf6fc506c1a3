import { withAttention } from '../attention/withAttention';
import { applyCostChanges, CostChange } from '../cost/cost';
import { costChangesOf } from '../cost/costChangesOf';
import { ObservationClass } from '../observation/observation';
import { withPartialFlag } from '../outcome/partialState';
import { Changes } from './changes/change';
import { commandChanges } from './changes/commandChanges';
import { followChanges, observedChanges } from './changes/followChanges';
import { startChanges } from './changes/startChanges';
import { effectsOf } from './effectsOf';
import { GuardRefusal, guardOf, isRepeated, isStale } from './guardOf';
import { droppedEntry, HistoryEntry, historyOf } from './historyEntry';
import { newTask } from './newTask';
import { Task } from './task';
import { TaskEffect } from './taskEffect';
import { TaskEvent, TaskEventOf, TaskEventType } from './taskEvent';
import { inPhase } from './inPhase';
import { FromPhase, nextPhase } from './taskTransitions';
import { isVisiblyChanged } from './isVisiblyChanged';
import { withDueTimes } from './withDueTimes';

/** What comes of an event: a new record with all that follows from it, or why there is none. */
export type Transition =
  | {
      kind: 'changed';
      task: Task;
      history: HistoryEntry[];
      effects: TaskEffect[];
      costs: CostChange[];
      /** What a read was; [] for every other event. */
      classes: ObservationClass[];
    }
  /** Already done: the command is answered with the task as it is. */
  | { kind: 'unchanged'; task: Task }
  /** A verdict from before the current claim: recorded, and nothing else. */
  | { kind: 'dropped'; task: Task; history: HistoryEntry[] }
  | {
      kind: 'refused';
      reason: 'not_in_this_phase' | GuardRefusal;
      phase: FromPhase;
      event: TaskEventType;
    };

/**
 * The one function that decides what an event makes of a task. `null` is a task that does not
 * exist yet. Pure: the same task, event and time give the same answer on every replica.
 */
export function transition(
  task: Task | null,
  event: TaskEvent,
  now: number,
): Transition {
  const from = task?.phase ?? 'new';
  if (task && isStale(task, event)) {
    return {
      kind: 'dropped',
      task: { ...task, version: task.version + 1 },
      history: [droppedEntry(event, now, task.epoch)],
    };
  }
  if (task && isRepeated(task, event)) return { kind: 'unchanged', task };
  const phase = nextPhase(
    from,
    event.type,
    (task?.cancelRequested ?? null) !== null,
  );
  if (phase === undefined) {
    return refused('not_in_this_phase', from, event);
  }
  if (task === null) return begun(event, now);
  const refusal = guardOf(task, event, now);
  if (refusal) return refused(refusal, from, event);

  const { changes, classes } = changesOf(task, event, now);
  const moved = inPhase({ ...task, ...changes, phase }, task, now);
  return completed(task, moved, event, classes, now);
}

function begun(event: TaskEvent, now: number): Transition {
  if (event.type !== 'submitted' && event.type !== 'submittedForApproval') {
    return refused('not_in_this_phase', 'new', event);
  }
  const phase = event.type === 'submitted' ? 'queued' : 'pending_approval';
  return completed(null, newTask(event.ask, phase, now), event, [], now);
}

/** Everything that follows from a change: attention, due times, history, effects, costs. */
function completed(
  before: Task | null,
  moved: Task,
  event: TaskEvent,
  classes: ObservationClass[],
  now: number,
): Transition {
  const costs = costChangesOf(moved, event);
  const settled = withDueTimes(
    withAttention(
      withPartialFlag({
        ...moved,
        costs: applyCostChanges(moved.costs, costs),
      }),
      now,
    ),
    event,
    now,
  );
  const isVisible = isVisiblyChanged(before, settled);
  const task: Task = {
    ...settled,
    version: (before?.version ?? 0) + 1,
    revision: (before?.revision ?? 0) + Number(isVisible),
    updatedAt: isVisible ? now : settled.updatedAt,
  };
  return {
    kind: 'changed',
    task,
    history: historyOf(before, task, event, classes, now),
    effects: effectsOf(before, task, event, classes),
    costs,
    classes,
  };
}

function refused(
  reason: 'not_in_this_phase' | GuardRefusal,
  phase: FromPhase,
  event: TaskEvent,
): Transition {
  return { kind: 'refused', reason, phase, event: event.type };
}

type ChangingEvent = Exclude<
  TaskEventType,
  'submitted' | 'submittedForApproval' | 'observed'
>;

const CHANGES: Changes<ChangingEvent> = {
  ...commandChanges,
  ...startChanges,
  ...followChanges,
};

function changesOf(
  task: Task,
  event: TaskEvent,
  now: number,
): { changes: Partial<Task>; classes: ObservationClass[] } {
  switch (event.type) {
    case 'submitted':
    case 'submittedForApproval':
      return { changes: {}, classes: [] };
    case 'observed':
      return observedChanges(task, event, now);
    default:
      return { changes: changedBy(task, event, now), classes: [] };
  }
}

function changedBy<T extends ChangingEvent>(
  task: Task,
  event: TaskEventOf<T>,
  now: number,
): Partial<Task> {
  const change: Changes<ChangingEvent>[T] = CHANGES[event.type as T];
  return change(task, event, now);
}
