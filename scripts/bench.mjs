/** `yarn bench [name…]`: measures what the README publishes; `--help` says how. */
import { join } from 'node:path';
import { Complaint } from './running/Complaint.mjs';
import { endAll, endAllOnSignals } from './running/endings.mjs';
import { startableChromium } from './testing/startableChromium.mjs';
import { runTypeScript } from './testing/runTypeScript.mjs';
import { withPostgres } from './testing/withPostgres.mjs';

/** Waits for the disk like a PostgreSQL whose data is worth something. */
const durable = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
};

const root = join(import.meta.dirname, '..');

async function measure(postgresUrl) {
  const browser = await startableChromium(root);
  return runTypeScript(
    'packages/benchmarks/src/cli.ts',
    process.argv.slice(2),
    {
      BENCHMARK_POSTGRES_URL: postgresUrl,
      BENCHMARK_BROWSER: JSON.stringify(browser),
    },
  );
}

endAllOnSignals();
try {
  process.exitCode = await withPostgres(measure, durable);
} catch (error) {
  await endAll();
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
