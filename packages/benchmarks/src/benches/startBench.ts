import { RunningSimulator } from '@agent-tasks/github-simulator';
import { Benchmark } from '../Benchmark';
import { BenchmarkDatabase } from '../database/Databases';
import { statementsOf } from '../database/statementsOf';
import { countLives, Lives } from '../engine/countLives';
import { engineParts } from '../engine/engineParts';
import { startGitHub } from '../engine/GitHub';
import { passesOf } from '../engine/passes';
import { submit } from '../engine/submit';
import { Figure } from '../figures/Figure';
import { Dice } from '../tasks/Dice';

/** As many as one pass of a loop takes. */
const BATCH = 20;

/** What the database is asked for one task: from its submit until it is followed, and until it is over. */
export const startBench: Benchmark = {
  name: 'start',
  about: 'statements per task, from submit to tracking and to its end',
  async run({ databases, scale, say }) {
    const figures = await databases.each(async database => {
      say(`start: on ${database.name}`);
      await database.migrate();
      const github = await startGitHub({ now: Date.now });
      try {
        const batch = Math.min(BATCH, scale.tasks);
        return [
          ...(await count(database, github, scale.tasks, 1)),
          ...(await count(database, github, scale.tasks, batch)),
        ];
      } finally {
        await github.close();
      }
    });
    say('start: whole lives, on SQLite');
    return [...figures, ...livesOf(await countLives(databases, scale.tasks))];
  },
};

function livesOf({ submit: submitted, rest }: Lives): Figure[] {
  const perTask = (measure: string, value: number): Figure => ({
    what: 'statements per task, submit to its merged end',
    on: 'SQLite',
    measure,
    value,
    unit: 'statements',
  });
  return [
    perTask('all', submitted + rest),
    perTask('submit', submitted),
    perTask('rest', rest),
  ];
}

async function count(
  { name, knex }: BenchmarkDatabase,
  github: RunningSimulator,
  tasks: number,
  atOnce: number,
): Promise<Figure[]> {
  const { host } = new URL(github.url);
  const parts = engineParts(knex, github, undefined, { paceMs: 0 });
  const pass = passesOf(parts);
  const dice = new Dice(9);
  const rounds = Math.ceil(tasks / atOnce);
  const started = () => github.control.tasks().created;
  const wanted = started() + rounds * atOnce;
  const asked = { submit: 0, preflight: 0, dispatch: 0 };
  for (let round = 0; round < rounds; round++) {
    for (let task = 0; task < atOnce; task++) {
      const number = round * atOnce + task;
      asked.submit += await statementsOf(knex, () =>
        submit(parts, host, number, dice),
      );
    }
    asked.preflight += await statementsOf(knex, () => pass('preflight'));
    asked.dispatch += await statementsOf(knex, () => pass('dispatch'));
  }
  if (started() !== wanted) {
    throw new Error(`${started()} tasks were started, not ${wanted}`);
  }
  const on = `${name}, ${atOnce} at once`;
  const perTask = (measure: string, statements: number): Figure => ({
    what: 'statements per task, submit to tracking',
    on,
    measure,
    value: statements / (rounds * atOnce),
    unit: 'statements',
  });
  return [
    perTask('all', asked.submit + asked.preflight + asked.dispatch),
    ...Object.entries(asked).map(([step, value]) => perTask(step, value)),
  ];
}
