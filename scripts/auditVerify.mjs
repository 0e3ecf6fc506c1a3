/** `yarn audit:verify`: checks the records of a portal; `--help` says how. */
import { runTypeScript } from './testing/runTypeScript.mjs';

process.exitCode = await runTypeScript(
  'packages/backend/src/auditVerify/cli.ts',
  process.argv.slice(2),
  {},
);
