/** `yarn chaos`: kills replicas while they start tasks, or fails what they stand on; `--help` says how. */
import { Complaint } from './running/Complaint.mjs';
import { endAll, endAllOnSignals } from './running/endings.mjs';
import { runTypeScript } from './testing/runTypeScript.mjs';
import { withPostgres } from './testing/withPostgres.mjs';

function kill(postgresUrl) {
  return runTypeScript(
    'packages/backend/src/killTest/cli.ts',
    process.argv.slice(2),
    { CHAOS_POSTGRES_URL: postgresUrl },
  );
}

endAllOnSignals();
try {
  process.exitCode = await withPostgres(kill);
} catch (error) {
  await endAll();
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
