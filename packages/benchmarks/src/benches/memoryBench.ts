import { ManualClock } from '@agent-tasks/github-simulator';
import { setTimeout } from 'node:timers/promises';
import { Benchmark } from '../Benchmark';
import { PortalDatabase } from '../database/Databases';
import { engineParts } from '../engine/engineParts';
import { identityName, startGitHub, tokenOf } from '../engine/GitHub';
import { inTimeOf } from '../engine/simulatedTime';
import { startTasks, timeToStart } from '../engine/startTasks';
import { Figure } from '../figures/Figure';
import { Portal, PortalMemory } from '../portal/Portal';

const MB = 1_000_000;
const PROMISED = { active: 10_000, most: 300 };
const IDLE_MINUTES = 1;

/** What a replica needs more for the tasks that it follows than a portal in which nothing happens. */
export const memoryBench: Benchmark = {
  name: 'memory',
  about:
    'memory of a replica with many active tasks, above that of an idle one',
  takesMinutes: true,
  async run({ databases, scale, say }) {
    const active = Math.max(...scale.active);
    const database = databases.portalOnSqlite();
    const begun = new ManualClock(Date.now() - timeToStart(active));
    let isSimulated = true;
    const clock = { now: () => (isSimulated ? begun.now() : Date.now()) };
    const github = await startGitHub(clock);
    try {
      say('memory: an idle portal');
      const idle = await memoryOf(database, github.url, IDLE_MINUTES);
      say(`memory: ${active} tasks are started`);
      const knex = database.tasks(() => begun.now());
      try {
        await knex.raw('pragma synchronous = off');
        await inTimeOf(begun, () =>
          startTasks(
            settings => engineParts(knex, github, () => begun.now(), settings),
            { github, clock: begun },
            active,
            1,
          ),
        );
      } finally {
        await knex.destroy();
      }
      isSimulated = false;
      const minutes = Math.ceil(scale.minutes / 2);
      say(`memory: they are followed ${minutes} minutes`);
      const busy = await memoryOf(database, github.url, minutes);
      return figuresOf(idle, busy, active);
    } finally {
      await github.close();
    }
  },
};

/** Of a portal that has been running for so long. */
async function memoryOf(
  { config }: PortalDatabase,
  github: string,
  minutes: number,
): Promise<PortalMemory> {
  const login = identityName(0);
  const identities = [{ login, token: tokenOf(login) }];
  const portal = await Portal.start(config, github, identities);
  try {
    await setTimeout(minutes * 60_000);
    return await portal.memory();
  } finally {
    await portal.stop();
  }
}

function figuresOf(
  idle: PortalMemory,
  busy: PortalMemory,
  active: number,
): Figure[] {
  const on = `SQLite, ${active.toLocaleString('en')} active tasks`;
  const measures = {
    'RSS, most': 'mostRss',
    'RSS after gc': 'rss',
    'heap after gc': 'heapUsed',
  } as const;
  return Object.entries(measures).flatMap(([measure, of]): Figure[] => {
    const figure = (what: string, bytes: number) => ({
      what,
      on,
      measure,
      value: bytes / MB,
      unit: 'MB' as const,
    });
    // What is loaded at first may need more than what is used later: neither must be too much.
    const isPromised = of !== 'heapUsed' && active === PROMISED.active;
    return [
      figure('memory of an idle portal', idle[of]),
      figure('memory of a replica', busy[of]),
      {
        ...figure('memory for the tasks', busy[of] - idle[of]),
        ...(isPromised && { promise: { atMost: PROMISED.most } }),
      },
    ];
  });
}
