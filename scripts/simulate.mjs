/** `yarn simulate`: tries the engine in many histories, each decided by its seed; `--help` says how. */
import { Complaint } from './running/Complaint.mjs';
import { endAll, endAllOnSignals } from './running/endings.mjs';
import { runTypeScript } from './testing/runTypeScript.mjs';

endAllOnSignals();
try {
  process.exitCode = await runTypeScript(
    'plugins/agent-tasks-backend/src/engine/simulation/cli.ts',
    process.argv.slice(2),
    {},
  );
} catch (error) {
  await endAll();
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
