import { TaskPhase } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Dice } from './Dice';
import { killAtMoments } from './killAtMoments';
import { KillPlan } from './KillPlan';
import { Scene } from './Scene';
import { settle } from './settle';
import { fatesOf, StartFate } from './StartFate';
import { Submissions } from './Submissions';
import { askForTruth, Truth } from './Truth';
import { until } from './until';
import { withOutput } from './withOutput';

const STARTS = { method: 'POST', path: '/agents/repos/*/*/tasks' } as const;
/** Tasks that are asked for ahead of the next kill: asking goes on as long as killing. */
const BACKLOG = 12;

export interface KillTestOptions {
  plan: KillPlan;
  /** Wait for the resolver's window instead of making unclear starts older. */
  inRealTime?: boolean;
}

/** What was done to the portal, and what has come of it. */
export interface KillTestRun {
  truth: Truth;
  kills: number;
  /** Replicas that died while tasks were asked for. */
  killsWhileAsked: number;
  /** Start requests whose sender died before the answer. */
  orphanedStarts: number;
  /** Requests for tasks that nobody answered, and that were repeated. */
  repeatedAsks: number;
  /** Repeated requests whose first one had made the task. */
  replays: number;
  faults: { kind: string; hit: number }[];
  /** Starts whose outcome nobody knew for a while. */
  unclear: StartFate[];
}

/** Asks for tasks while answers get lost and replicas die, and waits until all of them are settled. */
export function runKillTest(
  scene: Scene,
  options: KillTestOptions,
): Promise<KillTestRun> {
  return withOutput(scene, run(scene, options));
}

async function run(
  scene: Scene,
  { plan, inRealTime = false }: KillTestOptions,
): Promise<KillTestRun> {
  const { replicas, apis } = scene;
  const { control } = scene.github;
  const dice = new Dice(plan.seed + 1);
  // Never hits: it counts the requests, also those that are still open.
  const arrived = control.fault({
    ...STARTS,
    kind: 'error_before',
    nth: Number.MAX_SAFE_INTEGER,
  });
  const faults = plan.faults.map(fault =>
    control.fault({ ...STARTS, ...fault }),
  );
  const moments = plan.kills.map(moment => ({
    ...moment,
    hold: moment.holds
      ? control.fault({ ...STARTS, kind: moment.holds, nth: moment.count })
      : undefined,
  }));

  let aim = 0;
  const submissions = new Submissions(scene, dice, {
    // A kill between intent and request leaves a start out that will never arrive.
    mayAsk: asked => asked < aim + BACKLOG + replicas.kills,
  });
  let killsWhileAsked = 0;
  await Promise.all([
    submissions.submit(plan.tasks).then(() => {
      killsWhileAsked = replicas.kills;
    }),
    killAtMoments(moments, {
      scene,
      dice,
      progress: () => ({
        answers: submissions.answers.size,
        starts: arrived.seen,
      }),
      aimAt(count) {
        aim = count;
      },
      most: { answers: plan.tasks, starts: plan.tasks - plan.kills.length },
    }),
  ]);
  // Whoever was killed between intent and request leaves a task in `starting`, which `settle` ages.
  const phase: TaskPhase[] =
    replicas.kills > 0 ? ['queued'] : ['queued', 'starting'];
  const hasSentAll = async () => {
    const { items } = await apis[0].tasks.list({ phase });
    return items.length === 0;
  };
  await until('every start to be sent', hasSentAll, scene);
  await settle(scene, inRealTime);

  const truth = await askForTruth(scene, submissions.answers);
  return {
    truth,
    kills: replicas.kills,
    killsWhileAsked,
    orphanedStarts: truth.starts.filter(
      ({ status, fault }) => status === 0 && !fault?.startsWith('reset'),
    ).length,
    repeatedAsks: submissions.unanswered,
    replays: submissions.replays,
    faults: faults.map(({ kind, hit }) => ({ kind, hit })),
    unclear: await fatesOf(scene, truth),
  };
}
