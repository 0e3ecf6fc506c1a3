import {
  Account,
  Ask,
  Repository,
  ScriptOrder,
  Task,
  World,
} from '../state/World';
import { nextOrdinal } from '../state/counters';
import { between, uuid } from '../state/dice';
import { openPullBetween } from '../state/pulls';
import { slugOf } from '../state/repositories';
import { markerIn } from '../state/tasks';
import { Settings } from '../settings';
import { plainName, rewordedName } from './rewording';
import { plan } from './plan';
import { drawQuirks } from './quirks';
import { drawScript, scriptIn, scriptNamed } from './scripts';
import { newSession } from './sessions';

/** Takes the first standing order that fits the repository. */
function takeScriptOrder(
  world: World,
  repository: Repository,
): string | undefined {
  const fits = (order: ScriptOrder) =>
    order.repository === null ||
    order.repository.toLowerCase() === slugOf(repository).toLowerCase();
  const order = world.scriptOrders.find(fits);
  if (!order) return undefined;
  order.times -= 1;
  world.scriptOrders = world.scriptOrders.filter(one => one.times > 0);
  return order.script;
}

/** Creates a task and puts what its agent will do on the agenda. */
export function startTask(
  world: World,
  settings: Settings,
  repository: Repository,
  creator: Account,
  ask: Ask,
  now: number,
): Task {
  const ordinal = nextOrdinal(world, 'task');
  const { seed } = world;
  const quirks = drawQuirks(seed, ordinal, settings.quirks);
  const script =
    scriptIn(ask.prompt) ??
    takeScriptOrder(world, repository) ??
    settings.script ??
    drawScript(seed, ordinal);
  const pull = ask.headRef
    ? openPullBetween(world, repository, ask.headRef, ask.baseRef)
    : undefined;
  const headRef = pull ? pull.headRef : null;
  const shyFor = quirks.includes('late_sessions')
    ? between(20_000, 60_000, seed, 'late', ordinal) / settings.speed
    : 0;
  const task: Task = {
    id: uuid(seed, 'task', ordinal),
    ordinal,
    repositoryId: repository.id,
    creatorId: creator.id,
    name: quirks.includes('renamed')
      ? rewordedName(ask.prompt, seed, ordinal)
      : plainName(ask.prompt),
    ask,
    marker: markerIn(ask.prompt),
    script,
    quirks,
    sessions: [],
    pullId: pull?.id ?? null,
    pushedBranch: headRef,
    createdAt: now,
    updatedAt: now,
    archivedAt: null,
    listedAt: now + settings.listingLagSeconds * 1000,
    sessionsShownAt: now + shyFor,
  };
  task.sessions.push(
    newSession(
      world,
      task,
      1,
      { prompt: ask.prompt, headRef, baseRef: ask.baseRef },
      now,
    ),
  );
  world.tasks[task.id] = task;
  plan(world, task, scriptNamed(script).beats, settings.speed, now);
  return task;
}
