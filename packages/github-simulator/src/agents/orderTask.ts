import { Task, World } from '../state/World';
import { clearTask, note } from '../state/agenda';
import { between } from '../state/dice';
import { repositoryById } from '../state/repositories';
import { isActive, latestSession } from '../state/tasks';
import { Settings } from '../settings';
import { plan } from './plan';
import { Beat, StepName } from './Script';
import { scriptNamed } from './scripts';
import { steps } from './steps';

const workOn: readonly Beat[] = [
  [4, 10, 'resume'],
  [60, 240, 'push'],
  [10, 40, 'complete'],
];

/** A person answered the agent's question on the task's page; it works on. */
export function answerTask(
  world: World,
  settings: Settings,
  task: Task,
  now: number,
): boolean {
  const session = latestSession(task);
  if (session.state !== 'waiting_for_user' && session.state !== 'idle')
    return false;
  session.question = null;
  clearTask(world, task.id);
  plan(
    world,
    task,
    scriptNamed(task.script).afterAnswer ?? workOn,
    settings.speed,
    now,
  );
  return true;
}

/** Somebody cancelled the agent's run: a moment later the session is cancelled. */
export function stopTask(
  world: World,
  settings: Settings,
  task: Task,
  now: number,
): void {
  if (task.script === 'stubborn') return;
  clearTask(world, task.id);
  const delay =
    between(2_000, 6_000, world.seed, 'stop', task.ordinal) / settings.speed;
  note(world, {
    dueAt: Math.round(now + delay),
    does: 'cancel',
    taskId: task.id,
  });
}

/** Lets the agent do one thing now, and nothing of what it had planned. */
export function forceStep(
  world: World,
  settings: Settings,
  task: Task,
  does: StepName,
  now: number,
  detail: Record<string, string> = {},
): void {
  const repository = repositoryById(world, task.repositoryId);
  if (!repository || (!isActive(task) && does !== 'continue')) return;
  clearTask(world, task.id);
  const session = latestSession(task);
  const item = {
    sequence: 0,
    dueAt: now,
    does,
    taskId: task.id,
    pullId: null,
    detail,
  };
  steps[does]({ world, settings, task, session, repository, item, now });
}

/** Gives a task that has not ended another script, from its first beat that still makes sense. */
export function changeScript(
  world: World,
  settings: Settings,
  task: Task,
  script: string,
  now: number,
): void {
  clearTask(world, task.id);
  task.script = script;
  const session = latestSession(task);
  const done: StepName[] = [
    ...(session.state === 'queued' ? [] : (['begin'] as const)),
    ...(session.runId === null ? [] : (['branch'] as const)),
    ...(task.pullId === null ? [] : (['open_pull'] as const)),
  ];
  const left = scriptNamed(script).beats.filter(
    ([, , does]) => !done.includes(does),
  );
  plan(world, task, left, settings.speed, now);
}
