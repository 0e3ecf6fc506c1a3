import { ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { AgentTasksClient } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { JsonObject } from '@backstage/types';
import { freePort } from './freePort';
import { Account, accounts, portalConfig, SERVICE_TOKEN } from './portalConfig';

const KEPT_OUTPUT = 20_000;

/** Bytes. */
export interface PortalMemory {
  rss: number;
  /** Since it was started. */
  mostRss: number;
  heapUsed: number;
}

/** A running portal, and a client that may ask it for tasks. */
export class Portal {
  private constructor(
    private readonly child: ChildProcess,
    readonly client: AgentTasksClient,
  ) {}

  /**
   * @param database - `backend.database` of its configuration
   * @param github - address of the simulated GitHub
   * @param identities - accounts that it acts with
   */
  static async start(
    database: JsonObject,
    github: string,
    identities: readonly Account[] = accounts,
  ): Promise<Portal> {
    const port = await freePort();
    const program = resolvePackagePath(
      '@agent-tasks/benchmarks',
      'src/portalProgram.ts',
    );
    const child = fork(program, [], {
      execArgv: [
        '--expose-gc',
        '--require',
        require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
      ],
      // Nothing else of this environment, so that nobody's own settings decide.
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        NODE_ENV: 'development',
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    await readyWith(
      child,
      portalConfig({ port, database, github, identities }),
    );
    const client = new AgentTasksClient({
      discoveryApi: {
        getBaseUrl: async plugin => `http://127.0.0.1:${port}/api/${plugin}`,
      },
      fetchApi: {
        fetch: (input, init) => {
          const headers = new Headers(init?.headers);
          headers.set('authorization', `Bearer ${SERVICE_TOKEN}`);
          return fetch(input, { ...init, headers });
        },
      },
    });
    return new Portal(child, client);
  }

  /** After a collection of garbage. */
  async memory(): Promise<PortalMemory> {
    const told = new Promise<PortalMemory>(resolve => {
      const hear = (word: unknown) => {
        if (!isMemory(word)) return;
        this.child.off('message', hear);
        resolve(word.memory);
      };
      this.child.on('message', hear);
    });
    this.child.send('memory');
    return told;
  }

  stop(): Promise<void> {
    return this.end('SIGTERM');
  }

  /** As a machine that fails would. */
  kill(): Promise<void> {
    return this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill(signal);
    await ended;
  }
}

// Backstage sends messages of its own to whoever forked it.
function isMemory(word: unknown): word is { memory: PortalMemory } {
  return typeof word === 'object' && word !== null && 'memory' in word;
}

/** Fails with what the process said if it ends before it is ready. */
function readyWith(child: ChildProcess, config: JsonObject): Promise<void> {
  let said = '';
  const hear = (data: Buffer) => {
    said = (said + data).slice(-KEPT_OUTPUT);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error(`No portal:\n${said}`)));
    // Backstage sends messages of its own to whoever forked it.
    child.on('message', word => word === 'ready' && resolve());
    child.send(config);
  });
}
