/** `yarn simulate`: see scripts/simulate.mjs. */
import { parseArgs } from 'node:util';
import { simulate, tellHistory, unreachedBy } from './simulate';

const USAGE = `Usage: yarn simulate [options]
  Runs histories of a portal whose replicas crash, stand still, and lose answers and commits, with
  the real engine over a store in memory, and asks a simulated GitHub what was started. Nothing in a
  history takes time or chance from outside: its seed decides all of it.

  --histories <number>  100000
  --seed <number>       where the seeds begin; alone: tells this one history step by step`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      histories: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  if (values.seed !== undefined && values.histories === undefined) {
    const story = await tellHistory(countFrom(values.seed));
    console.log(story);
    process.exitCode = story.includes('Broken promises') ? 1 : 0;
    return;
  }
  await runMany(
    countFrom(values.histories ?? '100000'),
    values.seed === undefined
      ? Date.now() % 1_000_000_000
      : countFrom(values.seed),
  );
}

async function runMany(histories: number, firstSeed: number): Promise<void> {
  const startedAt = performance.now();
  const seconds = () => (performance.now() - startedAt) / 1_000;
  const run = await simulate({
    firstSeed,
    histories,
    onHistory: so => {
      if (so.histories % 10_000 === 0) {
        console.log(`${so.histories} histories in ${seconds().toFixed(0)} s`);
      }
    },
  });
  for (const { seed } of run.broken) console.log(await tellHistory(seed), '\n');
  const faults = [...run.faults].sort(([a], [b]) => a.localeCompare(b));
  const rate = run.histories / seconds();
  const unreached = histories >= 10_000 ? unreachedBy(run) : [];
  console.log(
    [
      faults.map(([kind, count]) => `${kind} ${count}`).join(' · '),
      '',
      `${run.histories} histories from seed ${firstSeed}: ${run.steps} steps, ${run.posts} start requests, ${run.cells.size} cells of the table of transitions`,
      `${rate.toFixed(0)} histories a second on one core`,
      `${run.broken.length} broke a promise`,
      ...(unreached.length > 0 ? [`Never met: ${unreached.join(', ')}`] : []),
    ].join('\n'),
  );
  process.exitCode = run.broken.length + unreached.length > 0 ? 1 : 0;
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
