import { Task } from '../task/task';
import { hasEnded } from '../task/taskProgress';

/**
 * Whether a start may be under way in the repository: nobody else may start there until it is
 * clear. Quarantined does not hold it: a person decides when, and work must not stand still.
 */
export function holdsRepository({ phase }: Task): boolean {
  return phase === 'starting' || phase === 'unconfirmed';
}

/** Whether a task can count for any limit or for review capacity; a superset that needs no clock. */
export function mayCount(task: Task): boolean {
  return (
    holdsRepository(task) ||
    (task.phase === 'tracking' &&
      (task.outcome === 'pending' || !hasEnded(task)))
  );
}
