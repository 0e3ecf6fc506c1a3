import { spawn } from 'node:child_process';
import { atEnd } from './endings.mjs';

/**
 * Runs a program to its end and keeps what it said, both streams in order.
 * A program that cannot be started answers with code 127, like in a shell.
 *
 * @param {string} path
 * @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runCommand(path, args, options = {}) {
  const child = spawn(path, args, {
    ...options,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = atEnd(() => child.kill());
  const said = [];
  child.stdout.on('data', chunk => said.push(chunk));
  child.stderr.on('data', chunk => said.push(chunk));
  const code = await new Promise(resolve => {
    child.on('error', error => {
      said.push(Buffer.from(error.message));
      resolve(127);
    });
    child.on('close', status => resolve(status ?? 1));
  });
  ended();
  return { code, output: Buffer.concat(said).toString() };
}
