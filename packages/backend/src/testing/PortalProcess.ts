import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** An entry of this package in a process of its own, as the launcher starts it. */
export class PortalProcess {
  private readonly child: ChildProcess;
  private stdout = '';
  private stderr = '';

  constructor(
    entry: 'index' | 'demo',
    configFiles: string[],
    env: Record<string, string>,
  ) {
    this.child = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        resolvePackagePath('backend', 'src', entry),
        ...configFiles.flatMap(file => ['--config', file]),
      ],
      {
        cwd: resolvePackagePath('backend', '../..'),
        // Nothing else of this environment, so that nobody's own settings or
        // secrets decide what the test sees.
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      },
    );
    this.child.stdout?.on('data', data => {
      this.stdout += data;
    });
    this.child.stderr?.on('data', data => {
      this.stderr += data;
    });
  }

  /** Until every plugin is up; fails with what the process said if it ends before. */
  async ready(): Promise<void> {
    const ended = once(this.child, 'exit');
    while (!this.stdout.includes('Plugin initialization complete')) {
      const next = await Promise.race([
        once(this.child.stdout!, 'data').then(() => 'data'),
        ended.then(() => 'exit'),
      ]);
      if (next === 'exit') {
        throw new Error(`The portal ended:\n${this.stdout}\n${this.stderr}`);
      }
    }
  }

  /** Until the process ends by itself. */
  async refused(): Promise<{ code: number; stderr: string }> {
    const [code] = await once(this.child, 'close');
    return { code, stderr: this.stderr };
  }

  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const closed = once(this.child, 'close');
      this.child.kill('SIGKILL');
      await closed;
    }
  }
}

/** A port nobody listens on. The portal must know it before it starts, so 0 will not do. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
