import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import {
  ClockOrder,
  ClockReading,
  ReplicaOrders,
  ReplicaWord,
} from './ReplicaOrders';

/** Beside this file, so that a copy of the repository runs itself. */
const PROGRAM = require.resolve('./replicaProgram.ts');
const KEPT_OUTPUT = 20_000;

/** One process of the portal. Ends by being killed, and in no other way. */
export class Replica {
  readonly #child: ChildProcess;
  readonly #said = new Set<ReplicaWord>();
  #output = '';

  constructor() {
    this.#child = fork(PROGRAM, [], {
      execArgv: [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      ],
      // Nothing else of this environment, so that nobody's own settings decide.
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'development',
        LOG_LEVEL: 'warn',
      },
      cwd: join(dirname(PROGRAM), '../../../..'),
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    this.#child.on('message', (word: ReplicaWord) => this.#said.add(word));
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', data => {
        this.#output = (this.#output + data).slice(-KEPT_OUTPUT);
      });
    }
  }

  /** Until every plugin is up; fails with what the process said if it ends before. */
  async start(orders: ReplicaOrders): Promise<void> {
    await this.#says('loaded');
    this.#child.send(orders);
    await this.#says('ready');
  }

  /** Ends at once, in the middle of whatever it does. */
  async kill(): Promise<void> {
    if (this.hasEnded) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  /** Stands still as it is, like a process on a machine that has no time for it. */
  pause(): void {
    this.#child.kill('SIGSTOP');
  }

  resume(): void {
    this.#child.kill('SIGCONT');
  }

  /** Puts its clock so far off, and tells what it reads then. */
  putClock(clockAheadMs: number): Promise<number> {
    const order: ClockOrder = { clockAheadMs };
    return new Promise(resolve => {
      const hear = (word: Partial<ClockReading>) => {
        if (word.clockReads === undefined) return;
        this.#child.off('message', hear);
        resolve(word.clockReads);
      };
      this.#child.on('message', hear);
      this.#child.send(order);
    });
  }

  /** Whatever it ended by. */
  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  get output(): string {
    return this.#output;
  }

  #says(word: ReplicaWord): Promise<void> {
    return new Promise((resolve, reject) => {
      const look = () => {
        if (this.#said.has(word)) resolve();
        else if (this.hasEnded) {
          reject(new Error(`A replica ended by itself:\n${this.#output}`));
        }
      };
      // Backstage sends messages of its own to whoever forked it.
      this.#child.on('message', look).on('exit', look);
      look();
    });
  }
}
