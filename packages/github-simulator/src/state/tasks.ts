import { Session, Task, TaskState, World } from './World';

/** A task is in the state of its latest session. */
export function stateOf(task: Task): TaskState {
  return latestSession(task).state;
}

export function latestSession(task: Task): Session {
  return task.sessions[task.sessions.length - 1];
}

const ENDS: TaskState[] = ['completed', 'failed', 'timed_out', 'cancelled'];

export function hasEnded(state: TaskState): boolean {
  return ENDS.includes(state);
}

/** Whether somebody may still stop, answer or wait for the latest session. */
export function isActive(task: Task): boolean {
  return !hasEnded(stateOf(task));
}

/** The one line `Portal-Task-Ref: …` of a prompt, which clients use to find a task again. */
export function markerIn(prompt: string): string | null {
  return /^Portal-Task-Ref:[ \t]*(\S+)[ \t]*$/m.exec(prompt)?.[1] ?? null;
}

export function tasksOf(world: World, repositoryId: number): Task[] {
  return Object.values(world.tasks).filter(
    task => task.repositoryId === repositoryId,
  );
}
