import { spawn } from 'node:child_process';
import { createWriteStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import { Complaint } from '../running/Complaint.mjs';
import { atEnd } from '../running/endings.mjs';
import { lastLines } from '../running/lastLines.mjs';

const PATIENCE = 120_000;
const STOP_PATIENCE = 10_000;
// How Backstage's loggers mark a line worth reading, as text and as JSON.
const ERROR_LINE = /^\S+ \S+ error |"level":"error"/;

/**
 * A server of ours as a child process, ready once `readyUrl` answers with
 * anything but its own trouble. What it says goes to a log file; errors also to
 * the terminal.
 *
 * @param {object} options
 * @param {string} options.name
 * @param {string[]} options.args for Node
 * @param {string} options.cwd
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.logFile
 * @param {string} options.readyUrl
 * @returns {Promise<{ stop: () => Promise<void>, exited: Promise<Complaint> }>}
 *   `exited` settles when the server ends although nobody stopped it
 */
export async function startServer({ name, args, cwd, env, logFile, readyUrl }) {
  const child = spawn(process.execPath, args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Out of reach of the terminal's Ctrl+C: it is stopped in order, by us.
    detached: true,
  });
  const log = createWriteStream(logFile);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', coloured => {
      const line = stripVTControlCharacters(coloured);
      log.write(`${line}\n`);
      if (ERROR_LINE.test(line)) console.error(shortened(`${name}: ${line}`));
    });
  }

  const closed = new Promise(resolve => child.once('close', resolve));
  let stopping = false;
  const exited = new Promise(resolve => {
    child.once('close', () => {
      log.end(() => {
        if (!stopping) resolve(complaint(name, logFile));
      });
    });
  });
  const stop = async () => {
    ended();
    stopping = true;
    child.kill('SIGTERM');
    const late = new AbortController();
    delay(STOP_PATIENCE, undefined, { signal: late.signal }).then(
      () => child.kill('SIGKILL'),
      () => {},
    );
    await closed;
    late.abort();
  };
  const ended = atEnd(stop);

  const outcome = await Promise.race([exited, answers(readyUrl)]);
  if (outcome !== true) {
    await stop();
    throw outcome || complaint(name, logFile);
  }
  return { stop, exited };
}

/** Stack traces stay in the log. */
function shortened(line) {
  return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}

function complaint(name, logFile) {
  return new Complaint(
    `${name} ended or never answered. The end of ${logFile}:\n${lastLines(
      readFileSync(logFile, 'utf8'),
    )}`,
  );
}

/** @returns {Promise<boolean>} false when patience ran out */
async function answers(url) {
  const deadline = Date.now() + PATIENCE;
  while (Date.now() < deadline) {
    const response = await fetch(url).catch(() => undefined);
    if (response && response.status < 500) return true;
    await delay(200);
  }
  return false;
}
