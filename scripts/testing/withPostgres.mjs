import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { freePort } from '../portal/ports.mjs';
import { Complaint } from '../running/Complaint.mjs';
import { atEnd } from '../running/endings.mjs';
import { inTemporaryDirectory } from '../running/inTemporaryDirectory.mjs';
import { lastLines } from '../running/lastLines.mjs';
import { runCommand } from '../running/runCommand.mjs';
import { postgresPrograms } from './postgresPrograms.mjs';

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Each test database has a pool of its own, in each jest worker.
  max_connections: 300,
  // The data is thrown away: what a power cut would cost does not matter.
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/**
 * Takes the server away from whoever uses it, and brings it back with what was committed.
 *
 * @typedef {object} Outages
 * @property {() => Promise<void>} crash cuts every connection and tidies nothing up
 * @property {() => Promise<void>} recover on the same port and the same data
 */

/**
 * Lends out a real PostgreSQL with an empty cluster.
 *
 * @template T
 * @param {(url: string, outages: Outages) => Promise<T>} use
 * @param {Record<string, string>} [settings] of the server, in place of ours
 * @returns {Promise<T>}
 */
export async function withPostgres(use, settings = {}) {
  return inTemporaryDirectory('postgres', async directory => {
    const { url, stop, ...outages } = await startIn(directory, settings);
    const stopped = atEnd(stop);
    try {
      return await use(url, outages);
    } finally {
      stopped();
      await stop();
    }
  });
}

async function startIn(directory, asked) {
  const { initdb, postgres, user } = await postgresPrograms(directory);
  const data = join(directory, 'data');
  const created = await runCommand(
    initdb,
    [
      ...[`--pgdata=${data}`, '--username=postgres', '--auth=trust'],
      ...['--encoding=UTF8', '--locale=C', '--no-sync'],
    ],
    { ...user, cwd: directory },
  );
  if (created.code !== 0) throw new Complaint(lastLines(created.output));

  const port = await freePort();
  const settings = Object.entries({ ...SETTINGS, ...asked, port });
  const args = settings.flatMap(([name, to]) => ['-c', `${name}=${to}`]);
  const serve = () =>
    startServer(postgres, ['-D', data, ...args], { ...user, cwd: directory });
  let server = await serve();
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    // "Fast" shutdown: connections are cut, not waited for.
    stop: () => server.end('SIGINT'),
    // "Immediate" shutdown: as if it had crashed.
    crash: () => server.end('SIGQUIT'),
    recover: async () => {
      server = await serve();
    },
  };
}

/** Until it takes connections. */
async function startServer(program, args, options) {
  const child = spawn(program, args, {
    ...options,
    stdio: ['ignore', 'ignore', 'pipe'],
    // Out of reach of the terminal's Ctrl+C: tests end first, then this.
    detached: true,
  });
  const closed = new Promise(resolve => child.once('close', resolve));
  await readyToAccept(child, closed);
  return {
    async end(signal) {
      child.kill(signal);
      await closed;
    },
  };
}

function readyToAccept(child, closed) {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    closed.then(() => reject(new Complaint(lastLines(said))));
    child.stderr.on('data', chunk => {
      said += chunk;
      if (said.includes('ready to accept connections')) resolve();
    });
  });
}
