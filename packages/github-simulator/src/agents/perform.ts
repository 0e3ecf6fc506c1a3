import { AgendaItem, World } from '../state/World';
import { repositoryById } from '../state/repositories';
import { beginChecks, endRun } from '../state/runs';
import { hasEnded, latestSession } from '../state/tasks';
import { Settings } from '../settings';
import { StepName } from './Script';
import { steps } from './steps';

function isStep(name: string): name is StepName {
  return Object.prototype.hasOwnProperty.call(steps, name);
}

/** Carries out one item of the agenda. What no longer fits (the task was stopped, the pull request closed) is nothing. */
export function perform(
  world: World,
  settings: Settings,
  item: AgendaItem,
): void {
  if (item.taskId !== null) playStep(world, settings, item);
  else playChecks(world, item);
}

function playStep(world: World, settings: Settings, item: AgendaItem) {
  const task = item.taskId ? world.tasks[item.taskId] : undefined;
  const repository = task && repositoryById(world, task.repositoryId);
  if (!task || !repository || !isStep(item.does)) return;
  const session = latestSession(task);
  if (hasEnded(session.state) && item.does !== 'continue') return;
  steps[item.does]({
    world,
    settings,
    task,
    session,
    repository,
    item,
    now: item.dueAt,
  });
}

function playChecks(world: World, item: AgendaItem) {
  const run = world.runs[String(item.detail.run)];
  const pull = item.pullId === null ? undefined : world.pulls[item.pullId];
  if (!run || !pull) return;
  if (item.does === 'checks_begin') beginChecks(world, run, item.dueAt);
  if (item.does === 'checks_end') {
    endRun(
      world,
      run,
      pull.checksWill === 'pass' ? 'success' : 'failure',
      item.dueAt,
    );
  }
}
