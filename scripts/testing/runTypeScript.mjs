import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { atEnd } from '../running/endings.mjs';

const root = join(import.meta.dirname, '../..');
const { resolve } = createRequire(
  join(root, 'packages/benchmarks/package.json'),
);

/**
 * Runs a program of the repository from its TypeScript, with the terminal's input and output.
 *
 * @param {string} file from the repository's root
 * @param {string[]} args
 * @param {Record<string, string>} env on top of ours
 * @returns {Promise<number>} its exit code
 */
export function runTypeScript(file, args, env) {
  const child = spawn(
    process.execPath,
    [
      ...['--require', resolve('@backstage/cli-node/config/nodeTransform.cjs')],
      ...[join(root, file), ...args],
    ],
    { stdio: 'inherit', env: { ...process.env, ...env } },
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
