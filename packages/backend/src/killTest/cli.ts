/** `yarn chaos`, once a PostgreSQL is there: see scripts/chaos.mjs. */
import { parseArgs } from 'node:util';
import { faultsReport, rateOf } from './faults/faultsReport';
import { openFaultScene } from './faults/openFaultScene';
import { portalFaults } from './faults/portalFaults';
import { runFaults } from './faults/runFaults';
import { judge } from './Judgement';
import { planKills } from './KillPlan';
import { postgresDatabase } from './postgresDatabase';
import { report } from './report';
import { runKillTest } from './runKillTest';
import { openScene } from './Scene';
import { sqliteDatabase } from './sqliteDatabase';

const USAGE = `Usage: yarn chaos [options]
  Kills replicas of a portal with SIGKILL while it starts tasks at a simulated GitHub that loses
  answers, and tells from what GitHub knows whether a task was started twice or lost.

  --tasks <number>     600; with --faults 120 around each fault
  --kills <number>     40
  --replicas <number>  3; 1 on SQLite
  --seed <number>      another run each time where it is left out
  --sqlite             one process on SQLite, instead of PostgreSQL
  --faults             nobody is killed: PostgreSQL crashes, connections are cut, pools run dry, clocks
                       jump, and GitHub turns everything away for three minutes
  --hurry              make unclear starts older, instead of waiting for minutes until the portal
                       gives them to a person`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      tasks: { type: 'string' },
      kills: { type: 'string', default: '40' },
      replicas: { type: 'string' },
      seed: { type: 'string' },
      sqlite: { type: 'boolean', default: false },
      faults: { type: 'boolean', default: false },
      hurry: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const seed = values.seed ? countFrom(values.seed) : Date.now() % 1_000_000;
  if (values.faults) {
    await letFaultsHappen({
      tasks: countFrom(values.tasks ?? '120'),
      replicas: countFrom(values.replicas ?? '3'),
      seed,
    });
    return;
  }
  const plan = planKills({
    tasks: countFrom(values.tasks ?? '600'),
    kills: countFrom(values.kills),
    seed,
  });
  const scene = await openScene({
    database: values.sqlite
      ? await sqliteDatabase()
      : postgresDatabase(process.env.CHAOS_POSTGRES_URL ?? ''),
    replicas: countFrom(values.replicas ?? (values.sqlite ? '1' : '3')),
    ...plan,
  });
  try {
    const run = await runKillTest(scene, { plan, inRealTime: !values.hurry });
    const judgement = judge(run.truth);
    console.log(report(scene, plan, run, judgement));
    const broken = Object.values(judgement).flat();
    process.exitCode = broken.length === 0 ? 0 : 1;
  } finally {
    await scene.close();
  }
}

async function letFaultsHappen(options: {
  tasks: number;
  replicas: number;
  seed: number;
}): Promise<void> {
  const { tasks, replicas, seed } = options;
  const scene = await openFaultScene({
    ...{ replicas, seed },
    tasks: tasks * portalFaults.length,
  });
  try {
    const run = await runFaults(scene, {
      ...{ faults: portalFaults, tasks, seed },
      length: { rounds: 5, seconds: 180 },
    });
    console.log(faultsReport(run));
    const hasFailed =
      run.ended > 0 ||
      rateOf(run.faults) < 0.98 ||
      Object.values(run.judgement).flat().length > 0;
    process.exitCode = hasFailed ? 1 : 0;
  } finally {
    await scene.close();
  }
}

function countFrom(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw new Error(`A number is needed, not "${text}".\n${USAGE}`);
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
