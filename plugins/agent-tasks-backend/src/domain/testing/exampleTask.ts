import {
  ProviderTask,
  TaskPhase,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../task/task';
import { TaskAsk } from '../task/taskAsk';
import { TaskEvent, TaskEventType } from '../task/taskEvent';
import { transition } from '../task/transition';
import { exampleAsk, exampleProviderTask, MINUTE, NOON } from './exampleData';
import { exampleEvent, ExampleEventFields } from './exampleEvent';

/** Applies events one after the other; a refusal fails the test that asked for it. */
export function taskAfter(
  task: Task | null,
  events: (TaskEvent | TaskEventType)[],
  now: number = NOON,
): Task {
  const last = events.reduce<Task | null>((before, told) => {
    const event =
      typeof told === 'string' ? exampleEvent(told, before, now) : told;
    const result = transition(before, event, now);
    if (result.kind === 'refused') {
      throw new Error(`${event.type} in ${result.phase}: ${result.reason}`);
    }
    return result.task;
  }, task);
  if (last === null) throw new Error('No event made a task');
  return last;
}

const WAY_TO: Record<TaskPhase, TaskEventType[]> = {
  pending_approval: ['submittedForApproval'],
  queued: ['submitted'],
  starting: ['submitted', 'preflighted', 'claimed'],
  unconfirmed: ['submitted', 'preflighted', 'claimed', 'ambiguous'],
  quarantined: ['submitted', 'preflighted', 'claimed', 'ambiguous'],
  tracking: ['submitted', 'preflighted', 'claimed', 'created', 'observed'],
  rejected: ['submittedForApproval', 'rejected'],
  withdrawn: ['submitted', 'cancelRequested'],
  expired: ['submitted', 'expired'],
  refused: ['submitted', 'denied'],
  written_off: ['submitted', 'preflighted', 'claimed', 'ambiguous'],
};

/** A task that came to its phase by the shortest way of real events, at noon. */
export function taskIn(phase: TaskPhase, ask: Partial<TaskAsk> = {}): Task {
  const first = WAY_TO[phase][0];
  const begun = transition(
    null,
    { ...exampleEvent(first, null, NOON), ask: exampleAsk(ask) } as TaskEvent,
    NOON,
  );
  if (begun.kind !== 'changed') throw new Error(`${first} was refused`);
  const task = taskAfter(begun.task, WAY_TO[phase].slice(1));
  if (phase !== 'quarantined' && phase !== 'written_off') return task;
  const looked = taskAfter(task, ['absent', 'absent', 'absent']);
  const quarantined = taskAfter(looked, ['gaveUp'], NOON + 3 * MINUTE);
  return phase === 'quarantined'
    ? quarantined
    : taskAfter(quarantined, ['writtenOff'], NOON + 3 * MINUTE);
}

/** A tracked task after one more read that says this. */
export function trackedTask(
  read: Partial<ProviderTask>,
  over: { ask?: Partial<TaskAsk>; at?: number } = {},
): Task {
  const at = over.at ?? NOON;
  return taskAfter(
    taskIn('tracking', over.ask),
    [
      exampleEventWith('observed', {
        providerTask: exampleProviderTask({ updatedAt: at, ...read }),
        sentAt: at,
      }),
    ],
    at,
  );
}

/** An event with some of its fields given. */
export function exampleEventWith<T extends TaskEventType>(
  type: T,
  fields: Partial<ExampleEventFields<T>>,
  task: Task | null = null,
  now: number = NOON,
): TaskEvent {
  return { ...exampleEvent(type, task, now), ...fields } as TaskEvent;
}
