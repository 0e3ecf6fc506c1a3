import { Session, Task, World } from '../state/World';
import { clearTask } from '../state/agenda';
import { uuid } from '../state/dice';
import { endRun } from '../state/runs';
import { hasEnded, latestSession } from '../state/tasks';
import { Settings } from '../settings';
import { plan } from './plan';
import { followUp } from './scripts';

/** A session that has not begun. */
export function newSession(
  world: World,
  task: Pick<Task, 'ordinal' | 'ask'>,
  number: number,
  asked: { prompt: string; headRef: string | null; baseRef: string },
  now: number,
): Session {
  return {
    id: uuid(world.seed, 'session', task.ordinal, number),
    state: 'queued',
    model: task.ask.model ?? 'auto',
    usage: null,
    error: null,
    question: null,
    runId: null,
    createdAt: now,
    updatedAt: now,
    completedAt: null,
    ...asked,
  };
}

/**
 * One more session of a task: asked for by `@copilot` in a comment, or begun by the agent. It works on the same branch,
 * and takes the place of a session that had not ended.
 */
export function beginSession(
  world: World,
  settings: Settings,
  task: Task,
  prompt: string,
  now: number,
): Session {
  const before = latestSession(task);
  if (!hasEnded(before.state)) {
    clearTask(world, task.id);
    Object.assign(before, {
      state: 'completed',
      completedAt: now,
      updatedAt: now,
    });
    const run = before.runId && world.runs[before.runId];
    if (run) endRun(world, run, 'success', now);
  }
  const session = newSession(
    world,
    task,
    task.sessions.length + 1,
    { prompt, headRef: before.headRef, baseRef: before.baseRef },
    now,
  );
  task.sessions.push(session);
  task.updatedAt = now;
  plan(world, task, followUp, settings.speed, now);
  return session;
}
