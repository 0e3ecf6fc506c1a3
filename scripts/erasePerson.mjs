/** `yarn erase-person`: takes a person out of what a portal keeps; `--help` says how. */
import { runTypeScript } from './testing/runTypeScript.mjs';

process.exitCode = await runTypeScript(
  'packages/backend/src/erasePerson/cli.ts',
  process.argv.slice(2),
  {},
);
