import { compareCodeUnits } from '../record/canonicalJson';
import { Task } from '../task/task';

/**
 * The order in which queued tasks are asked: priority, then turn, then age. The turn of a task is
 * its place among the waiting tasks of its key plus what that key has in flight, so that somebody
 * who submitted a hundred tasks gets one turn for each turn of everybody else.
 */
export function inFairOrder<T extends { task: Task }>(
  candidates: readonly T[],
  inFlight: ReadonlyMap<string, number>,
): T[] {
  const byAge = [...candidates].sort(
    (a, b) => b.task.priority - a.task.priority || olderFirst(a.task, b.task),
  );
  const seen = new Map<string, number>();
  const turns = new Map<T, number>();
  for (const candidate of byAge) {
    const { fairKey } = candidate.task;
    const place = seen.get(fairKey) ?? 0;
    seen.set(fairKey, place + 1);
    turns.set(candidate, place + (inFlight.get(fairKey) ?? 0));
  }
  const turnOf = (candidate: T) => turns.get(candidate) ?? 0;
  return byAge.sort(
    (a, b) =>
      b.task.priority - a.task.priority ||
      turnOf(a) - turnOf(b) ||
      olderFirst(a.task, b.task),
  );
}

/** Tasks in flight by fair key. */
export function turnsOf(inFlight: readonly Task[]): Map<string, number> {
  const turns = new Map<string, number>();
  for (const { fairKey } of inFlight) {
    turns.set(fairKey, (turns.get(fairKey) ?? 0) + 1);
  }
  return turns;
}

function olderFirst(a: Task, b: Task): number {
  return (
    (a.queuedAt ?? a.createdAt) - (b.queuedAt ?? b.createdAt) ||
    compareCodeUnits(a.id, b.id)
  );
}
