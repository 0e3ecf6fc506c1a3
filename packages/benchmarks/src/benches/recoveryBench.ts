import { DEFAULT_ENGINE_SETTINGS } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineSettings';
import { RunningSimulator } from '@agent-tasks/github-simulator';
import { setTimeout } from 'node:timers/promises';
import { Benchmark } from '../Benchmark';
import { percentilesOf } from '../figures/durations';
import { Figure } from '../figures/Figure';
import { Portal } from '../portal/Portal';
import { repositoryFor } from '../portal/portalConfig';
import { startGitHub } from '../portal/startGitHub';
import { LostStart, recoveriesOf } from '../recovery/recoveriesOf';

const START = 'POST /agents/repos/{owner}/{repo}/tasks';
const STARTS = { method: 'POST', path: '/agents/repos/*/*/tasks' } as const;
const { leaseMs, batch } = DEFAULT_ENGINE_SETTINGS;
const LOOK_EVERY_MS = 100;
/** The lease, and a look that came too early and has to be repeated. */
const PATIENCE_MS = 2 * leaseMs + 60_000;

/**
 * What a replica that dies costs the tasks that it was just starting: GitHub has made them, and
 * whoever would have heard of it is gone.
 */
export const recoveryBench: Benchmark = {
  name: 'recovery',
  about: 'from kill -9 of a replica until its starts are settled by another',
  takesMinutes: true,
  run: ({ databases, say }) =>
    databases.eachPortal(async ({ name, config }) => {
      say(`recovery: a replica on ${name} is killed; its leases have to end`);
      const github = await startGitHub(batch);
      const portals: Portal[] = [];
      const start = async () => {
        const portal = await Portal.start(config, github.url);
        portals.push(portal);
        return portal;
      };
      try {
        return await measure(name, github, start);
      } finally {
        await Promise.all(portals.map(portal => portal.kill()));
        await github.close();
      }
    }),
};

async function measure(
  database: string,
  github: RunningSimulator,
  start: () => Promise<Portal>,
): Promise<Figure[]> {
  const { control } = github;
  // Two replicas share a PostgreSQL; a SQLite has one, which is started again.
  const isShared = database !== 'SQLite';
  const first = await start();
  const second = isShared ? await start() : undefined;
  const hold = control.fault({ ...STARTS, kind: 'slow_after', times: batch });
  const slugs = new Map<string, string>();
  for (let task = 0; task < batch; task++) {
    const { owner, name } = repositoryFor(task);
    const { task: asked } = await first.client.tasks.create(
      {
        prompt: `Bring the README of service ${task} up to date.`,
        title: `Service ${task}`,
        repository: `${github.url}/${owner}/${name}`,
        createPullRequest: true,
      },
      { idempotencyKey: `recovery-${task}` },
    );
    slugs.set(asked.id, `${owner}/${name}`);
  }
  await until('every start request', async () => hold.hit === batch);
  const killedAt = Date.now();
  await first.kill();
  control.withdrawFaults(hold.id);
  const settledAt = await settledBy(second ?? (await start()), slugs);

  // Who asked was gone before the answer.
  const lost = control
    .requests()
    .entries.filter(({ operation, status }) => operation === START && !status);
  const starts = [...slugs].flatMap(([id, slug]): LostStart[] => {
    const sent = lost.find(({ path }) => path.includes(`/${slug}/`));
    const seenAt = settledAt.get(id);
    if (!sent || seenAt === undefined) return [];
    return [{ sentAt: Date.parse(sent.at), settledAt: seenAt }];
  });
  if (starts.length === 0) throw new Error('The kill hit no start');
  const by = isShared ? 'another replica' : 'the same, started again';
  const on = `${database}, ${starts.length} starts, by ${by}`;
  return figuresOf(starts, killedAt, on);
}

/** When each task was seen to be followed, milliseconds since 1970. */
async function settledBy(
  { client }: Portal,
  tasks: ReadonlyMap<string, string>,
): Promise<Map<string, number>> {
  const settledAt = new Map<string, number>();
  await until('every start to be settled', async () => {
    const { items } = await client.tasks.list({
      phase: ['tracking'],
      limit: 100,
    });
    for (const { id } of items) {
      if (tasks.has(id) && !settledAt.has(id)) settledAt.set(id, Date.now());
    }
    return settledAt.size === tasks.size;
  });
  return settledAt;
}

async function until(
  what: string,
  isSo: () => Promise<boolean>,
): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error(`No end of ${what}`);
    await setTimeout(LOOK_EVERY_MS);
  }
}

function figuresOf(
  starts: readonly LostStart[],
  killedAt: number,
  on: string,
): Figure[] {
  const { all, lease, ours } = recoveriesOf(starts, killedAt, leaseMs);
  const figures = (what: string, values: readonly number[]): Figure[] =>
    Object.entries(percentilesOf(values)).map(([percentile, value]) => ({
      what,
      on,
      measure: percentile,
      value: value / 1_000,
      unit: 's',
    }));
  return [
    ...figures('recovery: kill -9 until settled', all),
    ...figures('of this the rest of the lease', lease),
    ...figures('of this after the lease', ours),
  ];
}
