import { isEndPhase } from '../../domain/task/taskTransitions';
import { MemoryTables } from '../../store/memory/MemoryTables';
import { Task } from '../../domain/task/task';
import { brokenPromises } from './brokenPromises';
import { Dice } from './Dice';
import { DueTimes } from './DueTimes';
import { Forger } from './Forger';
import { GitHubWorld } from './GitHubWorld';
import { Journal } from './Journal';
import { Operator } from './Operator';
import { Oracle } from './Oracle';
import { Plan } from './Plan';
import { Policy } from './Policy';
import { Portal } from './Portal';
import { Replica } from './Replica';
import { Requester } from './Requester';
import { Scheduler } from './Scheduler';

const NOON = Date.UTC(2026, 10, 20, 12);
const HOUR = 3_600_000;
/** Unclear starts are looked for during a day. */
const PATIENCE_MS = 26 * HOUR;
/** A history that needs more than this does not come to rest. */
const MOST_STEPS = 30_000;

export interface History {
  seed: number;
  /** Sentences; [] when all promises were kept. */
  broken: string[];
  journal: Journal;
  steps: number;
  tasks: number;
  posts: number;
}

export interface Telling {
  /** Keeps a line for everything that happens. */
  isTold?: boolean;
  /** The share of histories in which processes stand still for long. */
  haunted?: number;
}

/** One history of a portal with several replicas, wholly decided by its seed. */
export async function simulateHistory(
  seed: number,
  { isTold = false, haunted = 0.15 }: Telling = {},
): Promise<History> {
  const dice = new Dice(seed);
  const scheduler = new Scheduler(dice, NOON);
  const clock = () => scheduler.now;
  const plan = new Plan(dice, clock, haunted);
  const journal = new Journal(isTold, clock, NOON);
  const world = { scheduler, dice, journal, plan };
  const tables = new MemoryTables(clock);
  const github = new GitHubWorld(world);
  const oracle = new Oracle();
  let ids = 0;
  let requesters: Requester[] = [];
  const portal: Portal = {
    ...world,
    github,
    oracle,
    tables,
    due: new DueTimes(tables),
    policy: new Policy(world),
    failures: [],
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    isAtRest: () =>
      scheduler.now > plan.faultsEndAt &&
      requesters.every(({ taskId }) => taskId !== undefined) &&
      [...tables.tasks.values()].every(isSettled) &&
      oracle.posts.every(({ sentAt }) => scheduler.now - sentAt > HOUR),
  };
  const replicas = Array.from(
    { length: plan.replicas },
    (_, n) => new Replica(portal, `replica-${n + 1}`),
  );
  requesters = Array.from(
    { length: plan.tasks },
    (_, n) => new Requester(portal, replicas, `t${n + 1}`),
  );
  requesters.forEach(each => each.begin());
  new Operator(portal, replicas).begin();
  new Forger(portal).begin();
  await scheduler.runUntil(
    plan.faultsEndAt + PATIENCE_MS,
    () => portal.isAtRest() || scheduler.steps > MOST_STEPS,
  );
  return {
    seed,
    broken: brokenPromises(portal, requesters),
    journal,
    steps: scheduler.steps,
    tasks: tables.tasks.size,
    posts: oracle.posts.length,
  };
}

/** Nothing more is expected to happen to it by itself. */
function isSettled(task: Task): boolean {
  return (
    isEndPhase(task.phase) ||
    (task.phase === 'tracking' && task.endedAt !== null) ||
    (task.phase === 'quarantined' && task.startDueAt === null)
  );
}
