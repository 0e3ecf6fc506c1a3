import { Task } from '../domain/task/task';
import { TaskEvent } from '../domain/task/taskEvent';
import { Transition, transition } from '../domain/task/transition';
import { Json } from '../domain/record/canonicalJson';
import { EngineParts } from './EngineParts';

/** What came of an event that was applied to a stored task. */
export type Applied =
  | Exclude<Transition, { kind: 'refused' }>
  | { kind: 'refused'; reason: string; task: Task }
  /** The decision was not to apply anything. */
  | { kind: 'skipped'; task: Task }
  | { kind: 'missing' };

/** What is to happen to a task as it is now; null: nothing. Called again after a lost race. */
export type EventFor = (task: Task, now: number) => TaskEvent | null;

/** More lost races than this in a row are a bug, not contention. */
const MAX_ROUNDS = 50;

/**
 * The one way in which a stored task changes: load, decide, save over the loaded version with
 * history, effects and costs in one transaction; whoever loses the race loads again.
 */
export async function applyEvent(
  { store, meter }: Pick<EngineParts, 'store' | 'meter'>,
  taskId: string,
  eventFor: EventFor,
  raw?: Json,
): Promise<Applied> {
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const loaded = await store.load(taskId);
    if (!loaded) return { kind: 'missing' };
    const { task: before, now } = loaded;
    const event = eventFor(before, now);
    if (event === null) return { kind: 'skipped', task: before };
    const next = transition(before, event, now);
    if (next.kind === 'unchanged') return next;
    if (next.kind === 'refused') {
      return { kind: 'refused', reason: next.reason, task: before };
    }
    const isSaved = await store.save({
      before,
      after: next.task,
      history: next.history,
      effects: next.kind === 'changed' ? next.effects : [],
      costs: next.kind === 'changed' ? next.costs : [],
      ...(raw === undefined ? {} : { raw }),
    });
    if (isSaved) {
      if (next.kind === 'changed') {
        next.classes.forEach(name => meter.observation(name));
        meter.changed(before, next.task);
      } else {
        meter.dropped(event.type);
      }
      return next;
    }
  }
  throw new Error(
    `A task was changed by others ${MAX_ROUNDS} times while one event waited`,
  );
}
