import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import knexFactory, { Knex } from 'knex';
import { freePort } from '../portal/freePort';

const ROOT = resolvePackagePath('@agent-tasks/benchmarks', '../..');
const PATIENCE_MS = 120_000;
const LOOK_EVERY_MS = 250;

/** The demo portal with an app of ours, and nothing in it but the examples. */
export class DemoPortal {
  private constructor(
    private readonly child: ChildProcess,
    private readonly directory: string,
    readonly url: string,
    /** Host of a GitHub that is not there: nothing is started. */
    readonly githubHost: string,
  ) {}

  /** @param app - directory of the built app that it serves */
  static async start(directory: string, app: string): Promise<DemoPortal> {
    await mkdir(directory, { recursive: true });
    const port = await freePort();
    const githubPort = await freePort();
    const served = join(directory, 'app.json');
    await writeFile(served, JSON.stringify({ app: { packageName: app } }));
    const child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli-node/config/nodeTransform.cjs'),
        join(ROOT, 'packages/backend/src/demo.ts'),
        ...['app-config.yaml', 'app-config.demo.yaml', served].map(
          file => `--config=${file}`,
        ),
      ],
      {
        cwd: ROOT,
        stdio: 'ignore',
        // Nothing else of this environment, so that nobody's own settings decide.
        env: {
          PATH: process.env.PATH,
          HOME: process.env.HOME,
          NODE_ENV: 'development',
          PORTAL_PORT: String(port),
          SIMULATOR_PORT: String(githubPort),
          DEMO_DIRECTORY: directory,
        },
      },
    );
    const url = `http://localhost:${port}`;
    const host = `localhost:${githubPort}`;
    const portal = new DemoPortal(child, directory, url, host);
    try {
      await portal.untilSomebodyCanSignIn();
    } catch (error) {
      await portal.stop();
      throw error;
    }
    return portal;
  }

  /** Lends the database of a plugin, beside the running portal. */
  async withDatabase<T>(
    plugin: string,
    use: (knex: Knex) => Promise<T>,
  ): Promise<T> {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(this.directory, `db/${plugin}.sqlite`) },
      useNullAsDefault: true,
    });
    try {
      return await use(knex);
    } finally {
      await knex.destroy();
    }
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill();
    await ended;
  }

  /** A portal is ready before its catalog has read who works here. */
  private async untilSomebodyCanSignIn(): Promise<void> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    while (performance.now() < giveUpAt && this.child.exitCode === null) {
      const session = await fetch(`${this.url}/api/auth/demo/refresh`, {
        headers: { 'x-demo-user': 'ana' },
      }).catch(() => undefined);
      if (session?.ok) return;
      await setTimeout(LOOK_EVERY_MS);
    }
    throw new Error('Nobody could sign in to the demo portal');
  }
}
