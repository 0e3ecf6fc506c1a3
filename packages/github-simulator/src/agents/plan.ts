import { Task, World } from '../state/World';
import { note } from '../state/agenda';
import { between } from '../state/dice';
import { Beat } from './Script';

/** Puts the beats of a session on the agenda, one after the other from `from` on. */
export function plan(
  world: World,
  task: Task,
  beats: readonly Beat[],
  speed: number,
  from: number,
): void {
  const session = task.sessions.length;
  let dueAt = from;
  beats.forEach(([least, most, does], index) => {
    const drawn = between(
      least * 1000,
      most * 1000,
      world.seed,
      'beat',
      task.ordinal,
      session,
      beats.length,
      index,
    );
    dueAt += Math.round(drawn / speed);
    note(world, { dueAt, does, taskId: task.id });
  });
}
