/**
 * `npm start` and `npm test` on a machine that has only some Node ≥ 18, npm and
 * git: finds or fetches the right Node, installs what is missing, then hands
 * over to the real command. Takes a fraction of a second when all is in place.
 *
 * Everything below scripts/launching and scripts/running runs on that older
 * Node and without node_modules, so it imports nothing from npm.
 */
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { installDependencies } from './launching/installDependencies.mjs';
import { provideNode } from './launching/provideNode.mjs';
import { environmentFor } from './launching/environmentFor.mjs';
import { Complaint } from './running/Complaint.mjs';
import { atEnd, endAllOnSignals } from './running/endings.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function launch([command, ...args]) {
  const node = await provideNode({ root });
  const env = environmentFor(node, process.env);
  await installDependencies({ root, node, env });
  return run(node.path, [`${root}/scripts/${command}.mjs`, ...args], env);
}

/** Hands the terminal over; the command stops first, in its own way. */
function run(path, args, env) {
  const child = spawn(path, args, { stdio: 'inherit', cwd: root, env });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code => resolve(code ?? 1));
  });
  atEnd(() => {
    child.kill('SIGTERM');
    return ended;
  });
  return ended;
}

endAllOnSignals();
try {
  process.exitCode = await launch(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Complaint ? error.message : error);
  process.exitCode = 1;
}
