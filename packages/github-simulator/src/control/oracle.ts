import { Task, World } from '../state/World';
import { accountById } from '../state/accounts';
import { repositoryById, slugOf } from '../state/repositories';
import { stateOf } from '../state/tasks';

/** One created task as it really is, whatever its creator was told. */
export interface OracleTask {
  id: string;
  ordinal: number;
  /** What stood behind `Portal-Task-Ref:`; null without. */
  marker: string | null;
  repository: string | null;
  repositoryId: number;
  creator: string | null;
  state: string;
  script: string;
  quirks: string[];
  archived: boolean;
  pullId: number | null;
  branch: string | null;
  prompt: string;
  createdAt: string;
}

export interface Oracle {
  created: number;
  /** Creations per marker: a number above 1 is a second start. */
  markers: Record<string, number>;
  tasks: OracleTask[];
}

export function describeTask(world: World, task: Task): OracleTask {
  const repository = repositoryById(world, task.repositoryId);
  return {
    id: task.id,
    ordinal: task.ordinal,
    marker: task.marker,
    repository: repository ? slugOf(repository) : null,
    repositoryId: task.repositoryId,
    creator: accountById(world, task.creatorId)?.login ?? null,
    state: stateOf(task),
    script: task.script,
    quirks: task.quirks,
    archived: task.archivedAt !== null,
    pullId: task.pullId,
    branch: task.pushedBranch,
    prompt: task.ask.prompt,
    createdAt: new Date(task.createdAt).toISOString(),
  };
}

/** Everything that was ever created in this world, in order. */
export function askOracle(world: World): Oracle {
  const tasks = Object.values(world.tasks).sort(
    (one, other) => one.ordinal - other.ordinal,
  );
  const markers: Record<string, number> = {};
  for (const { marker } of tasks) {
    if (marker !== null) markers[marker] = (markers[marker] ?? 0) + 1;
  }
  return {
    created: tasks.length,
    markers,
    tasks: tasks.map(task => describeTask(world, task)),
  };
}
