import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { Benchmark } from '../Benchmark';
import { BenchmarkDatabase } from '../database/Databases';
import { fillTasks } from '../database/fillTasks';
import { storeOn } from '../engine/engineParts';
import { Figure } from '../figures/Figure';
import { Dice } from '../tasks/Dice';
import { drawAsk } from '../tasks/drawAsk';
import { ENDINGS } from '../tasks/endings';
import { Life } from '../tasks/Life';

const CLAIMERS = 4;
/** As many as one pass of a loop takes. */
const BATCH = 20;
const HOLD_MS = 3_600_000;
/** Of the rate of a plain compare-and-set loop. */
const PROMISED = 0.8;

/** How fast several replicas take due work off one table without taking any twice. */
export const claimBench: Benchmark = {
  name: 'claim',
  about: 'taking due tasks, beside a plain compare-and-set loop',
  run: ({ databases, scale, say }) =>
    databases.each(async database => {
      say(`claim: on ${database.name}`);
      await database.migrate();
      const count = scale.tasks * 20;
      await fillTasks(database.knex, dueTasks(count));
      await database.settle();
      return measure(database, count);
    }),
};

/** Tasks under way, all due to be read. */
function* dueTasks(count: number) {
  const dice = new Dice(3);
  const now = Date.now() - 3_600_000;
  for (let number = 1; number <= count; number++) {
    const ask = drawAsk(dice, randomUUID());
    const { task } = ENDINGS.working.live(
      new Life(ask, number, now),
      ask.requester.ref,
    );
    yield { ...task, readDueAt: now + dice.below(60_000) };
  }
}

async function measure(
  { name, knex }: BenchmarkDatabase,
  count: number,
): Promise<Figure[]> {
  const store = storeOn(knex);
  const claimed = await rateOf(count, () =>
    store.claimDue('read', { limit: BATCH, holdForMs: HOLD_MS }),
  );
  await knex('task').update({ read_due_at: Date.now() - 60_000 });
  const compared = await rateOf(count, () => compareAndSet(knex));

  const on = `${name}, ${count.toLocaleString('en')} due, ${CLAIMERS} claimers`;
  const figure = (what: string, value: number): Figure => ({
    what,
    on,
    measure: 'rate',
    value,
    unit: '/s',
  });
  return [
    figure('claims', claimed),
    figure('claims by compare-and-set', compared),
    {
      what: 'claims: as quick as compare-and-set',
      on,
      measure: 'rate',
      value: claimed / compared,
      unit: '×',
      promise: { atLeast: PROMISED },
    },
  ];
}

/** Tasks per second, by several callers at once, until all are taken; each exactly once. */
async function rateOf(
  count: number,
  claim: () => Promise<string[]>,
): Promise<number> {
  const taken = new Set<string>();
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: CLAIMERS }, async () => {
      while (taken.size < count) {
        for (const id of await claim()) {
          if (taken.has(id)) throw new Error(`Task ${id} was claimed twice`);
          taken.add(id);
        }
      }
    }),
  );
  return (count / (performance.now() - begun)) * 1000;
}

/**
 * The usual way: look for the task that is due longest, then take it if nobody has. Callers that
 * look at once see the same task, and all but one look again.
 */
async function compareAndSet(knex: Knex): Promise<string[]> {
  const now = Date.now();
  const due = await knex('task')
    .where('read_due_at', '<=', now)
    .orderBy('read_due_at')
    .first('id', 'read_due_at');
  if (!due) return [];
  const changed = await knex('task')
    .where({ id: due.id, read_due_at: due.read_due_at })
    .update({ read_due_at: now + HOLD_MS });
  return changed === 1 ? [due.id] : [];
}
