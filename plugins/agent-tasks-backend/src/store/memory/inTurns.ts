import { compareCodeUnits } from '../../domain/record/canonicalJson';
import { Task } from '../../domain/task/task';

/** Due tasks in the order of a claim in turns: one of each fair key before the second of any. */
export function inTurns<T extends { task: Task; dueAt: number }>(
  due: readonly T[],
): T[] {
  const byAge = [...due].sort(
    (a, b) =>
      b.task.priority - a.task.priority ||
      a.dueAt - b.dueAt ||
      compareCodeUnits(a.task.id, b.task.id),
  );
  const seen = new Map<string, number>();
  const turns = new Map<T, number>();
  for (const item of byAge) {
    const turn = seen.get(item.task.fairKey) ?? 0;
    seen.set(item.task.fairKey, turn + 1);
    turns.set(item, turn);
  }
  const turnOf = (item: T) => turns.get(item) ?? 0;
  return byAge.sort(
    (a, b) =>
      b.task.priority - a.task.priority ||
      turnOf(a) - turnOf(b) ||
      a.dueAt - b.dueAt,
  );
}
