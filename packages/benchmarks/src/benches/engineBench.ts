import { ManualClock, RunningSimulator } from '@agent-tasks/github-simulator';
import { Benchmark } from '../Benchmark';
import { Databases } from '../database/Databases';
import { engineParts } from '../engine/engineParts';
import { identityName, startGitHub } from '../engine/GitHub';
import { passesOf } from '../engine/passes';
import { submit } from '../engine/submit';
import { Figure } from '../figures/Figure';
import { Dice } from '../tasks/Dice';

const SECOND = 1_000;
const MINUTES_PER_HOUR = 60;
/** Long enough after the last start that nothing counts as young. */
const SETTLING_MINUTES = 7;
const PROMISED_PER_HOUR = 400;
const TASKS_PER_IDENTITY = 10;
/** The usual way: one read per task every 10 s. */
const NAIVE_PER_HOUR = 360;

/**
 * What following costs at the provider: the real engine and GitHub module against the simulated
 * GitHub, whose journal counts. Time is simulated, second by second, for the database, the engine
 * and GitHub alike.
 */
export const engineBench: Benchmark = {
  name: 'engine',
  about: 'requests per hour for active tasks that do not change',
  async run({ databases, scale, say }) {
    const figures: Figure[] = [];
    for (const active of scale.active) {
      say(`engine: ${active} active tasks, followed ${scale.minutes} minutes`);
      const load = { active, identities: 1, minutes: scale.minutes };
      figures.push(...(await follow(databases, load)));
    }
    if (scale.identities > 1) {
      const { identities, minutes } = scale;
      const active = identities * TASKS_PER_IDENTITY;
      say(`engine: ${active} active tasks of ${identities} identities`);
      const load = { active, identities, minutes };
      figures.push(...(await follow(databases, load)));
    }
    return figures;
  },
};

interface Load {
  active: number;
  identities: number;
  minutes: number;
}

async function follow(databases: Databases, load: Load): Promise<Figure[]> {
  const { active, identities, minutes } = load;
  const clock = new ManualClock(Date.now());
  const database = databases.sqlite(() => clock.now());
  const github = await startGitHub(clock, identities);
  try {
    await database.migrate();
    const parts = engineParts(
      database.knex,
      github,
      () => clock.now(),
      {},
      identities,
    );
    const pass = passesOf(parts);
    const live = async (seconds: number) => {
      for (let second = 0; second < seconds; second++) {
        clock.advance(SECOND);
        await pass();
      }
    };

    const dice = new Dice(5);
    for (let number = 0; number < active; number++) {
      const { host } = new URL(github.url);
      const identity = identityName(number % identities);
      await submit(parts, host, number, dice, identity);
    }
    while (github.control.tasks().created < active) await live(1);
    await live(SETTLING_MINUTES * 60);
    github.control.forgetRequests();
    await live(minutes * 60);
    return figuresOf(github, load);
  } finally {
    await github.close();
    await database.drop();
  }
}

function figuresOf(
  github: RunningSimulator,
  { active, identities, minutes }: Load,
): Figure[] {
  const { total, counts } = github.control.requests();
  const perHour = (requests: number) =>
    (requests * MINUTES_PER_HOUR) / minutes / identities;
  const tasks = active.toLocaleString('en');
  const on =
    identities === 1
      ? `${tasks} active, unchanged`
      : `${tasks} active, unchanged, per identity of ${identities}`;
  const figure = (what: string, requests: number): Figure => ({
    what,
    on,
    measure: 'rate',
    value: requests,
    unit: '/h',
  });
  return [
    {
      ...figure('requests', perHour(total)),
      promise: { atMost: PROMISED_PER_HOUR },
    },
    ...Object.entries(counts).map(([operation, count]) =>
      figure(`of these ${operation}`, perHour(count)),
    ),
    figure(
      'a read per task every 10 s (computed)',
      (active / identities) * NAIVE_PER_HOUR,
    ),
  ];
}
