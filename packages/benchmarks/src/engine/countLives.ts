import { ManualClock } from '@agent-tasks/github-simulator';
import { Databases } from '../database/Databases';
import { statementsOf } from '../database/statementsOf';
import { Dice } from '../tasks/Dice';
import { engineParts } from './engineParts';
import { REPOSITORIES, startGitHub } from './GitHub';
import { passesOf } from './passes';
import { inTimeOf } from './simulatedTime';
import { submit } from './submit';

const STEP = 15_000;
/** Nothing may take longer than a simulated day. */
const MOST_STEPS = (24 * 3_600_000) / STEP;
const IDLE_STEPS = 40;

/** Statements per task. */
export interface Lives {
  submit: number;
  /** From then until its pull request was merged and it was judged. */
  rest: number;
}

/**
 * What the database is asked in the whole life of a task whose pull request is merged, without what
 * the loops ask when nothing is there. On SQLite, in simulated time.
 */
export async function countLives(
  databases: Databases,
  asked: number,
): Promise<Lives> {
  const tasks = Math.min(asked, REPOSITORIES);
  const clock = new ManualClock(Date.now());
  const { knex, ...database } = databases.sqlite(() => clock.now());
  const github = await startGitHub(clock, 1, 'works');
  try {
    return await inTimeOf(clock, async () => {
      await database.migrate();
      const parts = engineParts(knex, github, () => clock.now(), { paceMs: 0 });
      const pass = passesOf(parts);
      const step = () => {
        clock.advance(STEP);
        return statementsOf(knex, () => pass());
      };
      let idle = 0;
      for (let one = 0; one < IDLE_STEPS; one++) idle += await step();

      const { host } = new URL(github.url);
      const dice = new Dice(11);
      const submitted = await statementsOf(knex, async () => {
        for (let n = 0; n < tasks; n++) await submit(parts, host, n, dice);
      });
      let steps = 0;
      let all = 0;
      const countOf = async (where: object) =>
        (await knex('task').where(where).count({ count: '*' }))[0].count;
      const until = async (where: object) => {
        while (Number(await countOf(where)) < tasks) {
          if (steps++ > MOST_STEPS) throw new Error('Tasks did not end');
          all += await step();
        }
      };
      await until({ status: 'in_review' });
      for (const { id } of github.control.pulls()) {
        github.control.pull(id, { do: 'merge' });
      }
      await until({ outcome: 'succeeded' });
      return {
        submit: submitted / tasks,
        rest: (all - (steps * idle) / IDLE_STEPS) / tasks,
      };
    });
  } finally {
    await github.close();
    await database.drop();
  }
}
