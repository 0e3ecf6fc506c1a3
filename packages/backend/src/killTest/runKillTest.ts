import { OrderedFault } from '@agent-tasks/github-simulator';
import { Dice } from './Dice';
import { KillMoment, KillPlan } from './KillPlan';
import { Scene } from './Scene';
import { settle } from './settle';
import { Submissions } from './Submissions';
import { askForTruth, Truth } from './Truth';
import { until } from './until';

const STARTS = { method: 'POST', path: '/agents/repos/*/*/tasks' } as const;

export interface KillTestOptions {
  plan: KillPlan;
  /** Wait for the resolver's window instead of making unclear starts older. */
  inRealTime?: boolean;
}

/** What was done to the portal, and what has come of it. */
export interface KillTestRun {
  truth: Truth;
  kills: number;
  /** Replicas that died while a request for a task was unanswered. */
  killsWhileAsked: number;
  /** Start requests whose sender died before the answer. */
  orphanedStarts: number;
  /** Requests for tasks that nobody answered, and that were repeated. */
  repeatedAsks: number;
  replays: number;
  faults: { kind: string; hit: number }[];
}

/** Asks for tasks while answers get lost and replicas die, and waits until all of them are settled. */
export async function runKillTest(
  scene: Scene,
  { plan, inRealTime = false }: KillTestOptions,
): Promise<KillTestRun> {
  const dice = new Dice(plan.seed + 1);
  const { control } = scene.github;
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

  const submissions = new Submissions(scene, dice);
  let isAsking = true;
  const asked = submissions.submit(plan.tasks).finally(() => {
    isAsking = false;
  });
  let killsWhileAsked = 0;
  const killed = (async () => {
    for (const moment of moments) {
      await until(`${moment.count} ${moment.after}`, () =>
        isDue(moment, { answers: submissions.answers.size, arrived }),
      );
      const before = scene.replicas.kills;
      if (moment.victims === 'all') await scene.replicas.killAll();
      else {
        await scene.replicas.kill(dice.between(0, scene.replicas.count - 1));
      }
      killsWhileAsked += isAsking ? scene.replicas.kills - before : 0;
      await scene.replicas.refill();
      if (moment.hold) control.withdrawFaults(moment.hold.id);
    }
  })();
  await Promise.all([asked, killed]);

  await until('every start to be sent', async () => {
    const { items } = await scene.apis[0].tasks.list({ phase: ['queued'] });
    return items.length === 0;
  });
  await settle(scene, inRealTime);
  const truth = await askForTruth(scene, submissions.answers);
  return {
    truth,
    kills: scene.replicas.kills,
    killsWhileAsked,
    orphanedStarts: truth.starts.filter(
      ({ status, fault }) => status === 0 && !fault?.startsWith('reset'),
    ).length,
    repeatedAsks: submissions.unanswered,
    replays: submissions.replays,
    faults: faults.map(({ kind, hit }) => ({ kind, hit })),
  };
}

function isDue(
  moment: KillMoment & { hold?: OrderedFault },
  seen: { answers: number; arrived: OrderedFault },
): boolean {
  if (moment.hold) return moment.hold.hit > 0;
  return moment.after === 'answers'
    ? seen.answers >= moment.count
    : seen.arrived.seen >= moment.count;
}
