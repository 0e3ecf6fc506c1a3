import { spawn } from 'node:child_process';

const SEPARATOR = '\u001e';

/**
 * Runs commands one after the other in one shell, so that what one sets is there for the next, and stops at the first
 * that fails.
 *
 * @param {string[]} commands
 * @returns {Promise<{ outputs: string[], code: number, errors: string }>} what each wrote, as far as they got
 */
export function runInOneShell(commands) {
  const script = commands.map(command => `${command}\nprintf '\\036'\n`);
  const child = spawn('bash', ['-e', '-o', 'pipefail', '-s'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let errors = '';
  child.stdout.on('data', data => {
    output += data;
  });
  child.stderr.on('data', data => {
    errors += data;
  });
  child.stdin.end(script.join(''));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code =>
      resolve({
        outputs: output.split(SEPARATOR).slice(0, -1),
        code: code ?? 1,
        errors,
      }),
    );
  });
}
