/** `yarn bench [name…]`: measures what the README publishes; `--help` says how. */
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Complaint } from './running/Complaint.mjs';
import { atEnd, endAll, endAllOnSignals } from './running/endings.mjs';
import { withPostgres } from './testing/withPostgres.mjs';

const root = join(import.meta.dirname, '..');
const { resolve } = createRequire(
  join(root, 'packages/benchmarks/package.json'),
);

/** Waits for the disk like a PostgreSQL whose data is worth something. */
const durable = {
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
};

function measure(postgresUrl) {
  const child = spawn(
    process.execPath,
    [
      ...['--require', resolve('@backstage/cli-node/config/nodeTransform.cjs')],
      join(root, 'packages/benchmarks/src/cli.ts'),
      ...process.argv.slice(2),
    ],
    {
      stdio: 'inherit',
      env: { ...process.env, BENCHMARK_POSTGRES_URL: postgresUrl },
    },
  );
  const ended = new Promise((done, fail) => {
    child.once('error', fail);
    child.once('exit', code => done(code ?? 1));
  });
  atEnd(() => {
    child.kill();
    return ended;
  });
  return ended;
}

endAllOnSignals();
try {
  process.exitCode = await withPostgres(measure, durable);
} catch (error) {
  await endAll();
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
