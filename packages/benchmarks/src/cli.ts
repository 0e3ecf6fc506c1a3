/** `yarn bench`, once a PostgreSQL is there: see scripts/bench.mjs. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BrowserProgram } from './Benchmark';
import { benchmarks } from './benches/benchmarks';
import { machineLine } from './figures/machine';
import { tableOf } from './figures/table';
import { runBenchmarks } from './runBenchmarks';
import { FULL, QUICK } from './scales';

const USAGE = `Usage: yarn bench [name…] [options]
${benchmarks
  .map(({ name, about }) => `  ${name.padEnd(15)} ${about}`)
  .join('\n')}

  --rows <number>   tasks in the tables, instead of 1,000 and 100,000; may be repeated
  --million         a million tasks as well
  --rounds <number> how often each read is measured, instead of 300
  --active <number> active tasks that are followed, instead of 10, 1,000 and 10,000; may be repeated
  --identities <number> identities whose tasks are followed, instead of 300
  --minutes <number> how long they are followed, instead of 10
  --waiting <number> tasks in the inbox that is opened, instead of 500
  --quick           small, to see that all of it works; what takes minutes only when it is named
  --json <file>     the figures for machines, too`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      rows: { type: 'string', multiple: true },
      rounds: { type: 'string' },
      active: { type: 'string', multiple: true },
      identities: { type: 'string' },
      minutes: { type: 'string' },
      waiting: { type: 'string' },
      million: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      json: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  const usual = values.quick ? QUICK : FULL;
  const rows = values.rows?.map(countFrom) ?? usual.rows;
  const report = await runBenchmarks({
    names: positionals,
    scale: {
      ...usual,
      rows: values.million ? [...rows, 1_000_000] : rows,
      rounds: values.rounds ? countFrom(values.rounds) : usual.rounds,
      active: values.active?.map(countFrom) ?? usual.active,
      identities: values.identities
        ? countFrom(values.identities)
        : usual.identities,
      minutes: values.minutes ? countFrom(values.minutes) : usual.minutes,
      waiting: values.waiting ? countFrom(values.waiting) : usual.waiting,
    },
    postgresUrl: process.env.BENCHMARK_POSTGRES_URL,
    browser: browserFrom(process.env.BENCHMARK_BROWSER),
    say: line => console.error(line),
    report: (name, figures) => console.log(`\n${name}\n${tableOf(figures)}`),
  });
  console.log(`\n${machineLine(report.machine)}`);
  if (values.json) {
    writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
  }
}

function browserFrom(json: string | undefined): BrowserProgram | undefined {
  return json === undefined ? undefined : JSON.parse(json);
}

function countFrom(text: string): number {
  const count = Number(text.replaceAll('_', ''));
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new Error(`A number is needed, not "${text}".\n${USAGE}`);
}

main().catch(error => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
