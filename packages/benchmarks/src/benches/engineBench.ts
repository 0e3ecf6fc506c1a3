import { ManualClock, RunningSimulator } from '@agent-tasks/github-simulator';
import { EngineSettings } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/engine/EngineSettings';
import { Benchmark } from '../Benchmark';
import { Databases } from '../database/Databases';
import { engineParts } from '../engine/engineParts';
import { startGitHub } from '../engine/GitHub';
import { followedMinutes } from '../engine/followedMinutes';
import { passesOf } from '../engine/passes';
import { inTimeOf } from '../engine/simulatedTime';
import { startTasks } from '../engine/startTasks';
import { Figure } from '../figures/Figure';

/** Divides every interval by which something comes by, and is shorter than any. */
const STEP = 5_000;
const MINUTES_PER_HOUR = 60;
/** Long enough that nothing counts as young, and that a new engine has looked around. */
const SETTLING_MINUTES = 6;
const PROMISED_PER_HOUR = 400;
const TASKS_PER_IDENTITY = 10;
/** The usual way: one read per task every 10 s. */
const NAIVE_PER_HOUR = 360;

/**
 * What following costs at the provider: the real engine and GitHub module against the simulated
 * GitHub, whose journal counts. Time is simulated, for the database, the engine and GitHub alike.
 */
export const engineBench: Benchmark = {
  name: 'engine',
  about: 'requests per hour for active tasks that do not change',
  async run({ databases, scale, say }) {
    const figures: Figure[] = [];
    const minutesOf = (active: number) =>
      scale.isQuick ? scale.minutes : followedMinutes(scale.minutes, active);
    for (const active of scale.active) {
      const minutes = minutesOf(active);
      say(`engine: ${active} active tasks, followed ${minutes} minutes`);
      const load = { active, identities: 1, minutes };
      figures.push(...(await follow(databases, load)));
    }
    if (scale.identities > 1) {
      const { identities } = scale;
      const minutes = minutesOf(TASKS_PER_IDENTITY);
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
  const engineWith = (settings: Partial<EngineSettings>) =>
    engineParts(database.knex, github, () => clock.now(), settings, identities);
  try {
    return await inTimeOf(clock, async () => {
      await database.migrate();
      await startTasks(engineWith, { github, clock }, active, identities);
      const pass = passesOf(engineWith({}));
      const live = async (length: number) => {
        for (let past = 0; past < length * 60_000; past += STEP) {
          clock.advance(STEP);
          await pass();
        }
      };
      await live(SETTLING_MINUTES);
      github.control.forgetRequests();
      await live(minutes);
      return figuresOf(github, load);
    });
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
