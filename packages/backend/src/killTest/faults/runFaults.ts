import { Dice } from '../Dice';
import { judge, Judgement } from '../Judgement';
import { Submissions } from '../Submissions';
import { askForTruth, Truth } from '../Truth';
import { until } from '../until';
import { withOutput } from '../withOutput';
import { slugOf } from '../world';
import { FaultLength, FaultScene, PortalFault } from './PortalFault';

export interface FaultsOptions {
  faults: readonly PortalFault[];
  /** Tasks that are asked for around each. */
  tasks: number;
  length: FaultLength;
  seed: number;
}

/** What one fault did, and what has come of the tasks that were asked for around it. */
export interface FaultRun {
  name: string;
  /** What was done. */
  done: string;
  asked: number;
  /** Started once, followed, and touched by nobody. */
  recovered: number;
  /** Start requests at GitHub, without those it turned away. */
  requests: number;
  /** Tasks at GitHub. */
  created: number;
  /** Asks that got no answer and were repeated. */
  repeatedAsks: number;
}

export interface FaultsRun {
  faults: FaultRun[];
  judgement: Judgement;
  /** Start requests that GitHub turned away. */
  turnedAway: number;
  /** Replicas that have ended since they were started. */
  ended: number;
}

const WHERE_NOTHING_MOVES = ['tracking', 'quarantined'];

/** Lets one fault after the other happen while tasks are asked for and started. */
export function runFaults(
  scene: FaultScene,
  options: FaultsOptions,
): Promise<FaultsRun> {
  return withOutput(scene, run(scene, options));
}

async function run(
  scene: FaultScene,
  { faults, tasks, length, seed }: FaultsOptions,
): Promise<FaultsRun> {
  const dice = new Dice(seed);
  const struck: { done: string; submissions: Submissions }[] = [];
  for (const [index, fault] of faults.entries()) {
    // A quarter is asked for before, a half while it lasts, the rest afterwards.
    let share = 1 / 4;
    const submissions = new Submissions(scene, dice, {
      mayAsk: asked => asked < tasks * share,
    });
    const strike = async () => {
      await until(
        'the first answers',
        () => submissions.answers.size > 0,
        scene,
      );
      share = 3 / 4;
      const done = await fault.strike(scene, length);
      share = 1;
      return done;
    };
    const [done] = await Promise.all([
      strike(),
      submissions.submit(tasks, index * tasks),
    ]);
    struck.push({ done, submissions });
  }
  await untilNothingMoves(scene);

  const answers = new Map(
    struck.flatMap(({ submissions }) => [...submissions.answers]),
  );
  const all = await askForTruth(scene, answers);
  const truth = withoutTurnedAway(all);
  return {
    faults: struck.map(({ done, submissions }, index) => ({
      name: faults[index].name,
      done,
      asked: tasks,
      repeatedAsks: submissions.unanswered,
      ...countsOf(truth, index * tasks, tasks),
    })),
    judgement: judge(truth),
    turnedAway: all.starts.length - truth.starts.length,
    ended: scene.replicas.ended(),
  };
}

/** A lease may have to end before the portal looks for what it started. */
async function untilNothingMoves({ database, signal }: FaultScene) {
  await database.withTables(knex =>
    until(
      'every task to be followed or with a person',
      async () => {
        const moving = await knex('task')
          .whereNotIn('phase', WHERE_NOTHING_MOVES)
          .limit(1);
        return moving.length === 0;
      },
      { patienceMs: 600_000, signal },
    ),
  );
}

/** Who is told to come back later has to: that is no second start. */
function withoutTurnedAway(truth: Truth): Truth {
  const starts = truth.starts.filter(({ status }) => status !== 429);
  return { ...truth, starts };
}

function countsOf(
  { tasks, starts, created }: Truth,
  first: number,
  count: number,
): Pick<FaultRun, 'recovered' | 'requests' | 'created'> {
  const slugs = Array.from({ length: count }, (_, index) =>
    slugOf(first + index),
  );
  const each = slugs.map(slug => {
    const task = tasks.find(({ repository }) => repository.slug === slug);
    const marker = `at1_${task?.id}_`;
    return {
      isFollowed: task?.phase === 'tracking',
      requests: starts.filter(({ path }) => path.endsWith(`/${slug}/tasks`))
        .length,
      created: created.filter(one => one.marker?.startsWith(marker)).length,
    };
  });
  return {
    recovered: each.filter(
      one => one.isFollowed && one.requests === 1 && one.created === 1,
    ).length,
    requests: each.reduce((sum, one) => sum + one.requests, 0),
    created: each.reduce((sum, one) => sum + one.created, 0),
  };
}
