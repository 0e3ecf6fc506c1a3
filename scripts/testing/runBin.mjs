import { join } from 'node:path';
import { runCommand } from '../running/runCommand.mjs';

/**
 * Runs an installed program on the Node that runs us.
 *
 * @param {string} root
 * @param {string} name as in node_modules/.bin
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env] added to ours
 */
export function runBin(root, name, args, env = {}) {
  return runCommand(
    process.execPath,
    [join(root, 'node_modules/.bin', name), ...args],
    { cwd: root, env: { ...process.env, ...env } },
  );
}
