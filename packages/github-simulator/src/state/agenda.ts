import { AgendaItem, World } from './World';
import { nextOrdinal } from './counters';

export interface NewAgendaItem {
  dueAt: number;
  does: string;
  taskId?: string | null;
  pullId?: number | null;
  detail?: AgendaItem['detail'];
}

/** Notes what shall happen, keeping the order (`dueAt`, then when it was noted). */
export function note(world: World, asked: NewAgendaItem): void {
  const item: AgendaItem = {
    sequence: nextOrdinal(world, 'agenda'),
    dueAt: asked.dueAt,
    does: asked.does,
    taskId: asked.taskId ?? null,
    pullId: asked.pullId ?? null,
    detail: asked.detail ?? {},
  };
  // Binary search: a bench keeps tens of thousands of these.
  let low = 0;
  let high = world.agenda.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (world.agenda[middle].dueAt <= item.dueAt) low = middle + 1;
    else high = middle;
  }
  world.agenda.splice(low, 0, item);
}

/** Takes the first thing that is due, or nothing. */
export function takeDue(world: World, now: number): AgendaItem | undefined {
  const first = world.agenda[0];
  return first && first.dueAt <= now ? world.agenda.shift() : undefined;
}

/** Forgets what a task still had to do, for example because it was stopped. */
export function clearTask(world: World, taskId: string): void {
  world.agenda = world.agenda.filter(item => item.taskId !== taskId);
}
