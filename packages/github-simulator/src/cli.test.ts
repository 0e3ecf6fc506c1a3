import { ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smallWorld } from './testing/openSimulator';

const transform = require.resolve(
  '@backstage/cli-node/config/nodeTransform.cjs',
);
const cli = require.resolve('./cli');

describe('the command', () => {
  let folder: string;
  let world: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'github-simulator-'));
    world = join(folder, 'world.json');
    writeFileSync(world, JSON.stringify(smallWorld));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (args: string[], env: NodeJS.ProcessEnv = {}) =>
    spawn(process.execPath, ['--require', transform, cli, ...args], {
      env: { ...process.env, NODE_ENV: 'test', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });

  /** Collects what a process says; resolves when `enough` is said, or when it ends. */
  const listen = (child: ChildProcess, enough?: RegExp) =>
    new Promise<{ said: string; code: number | null }>(resolve => {
      let said = '';
      const hear = (chunk: Buffer) => {
        said += chunk;
        if (enough?.test(said)) resolve({ said, code: null });
      };
      child.stdout?.on('data', hear);
      child.stderr?.on('data', hear);
      child.once('close', code => resolve({ said, code }));
    });

  it('prints one line when ready, keeps its state and ends on SIGTERM', async () => {
    const state = join(folder, 'state.json');
    const child = run([
      '--world',
      world,
      '--state',
      state,
      '--port',
      '0',
      '--seed',
      '5',
    ]);
    const ready = /^GitHub simulator ready at (http:\/\/127\.0\.0\.1:\d+)\n$/;
    const { said } = await listen(child, ready);
    const [, url] = ready.exec(said) ?? [];
    const response = await fetch(`${url}/api/v3/user`, {
      headers: { authorization: 'token ana-token' },
    });
    expect(response.status).toBe(200);
    await response.text();
    child.kill('SIGTERM');
    expect((await listen(child)).code).toBe(0);
    expect(JSON.parse(readFileSync(state, 'utf8'))).toMatchObject({
      format: 1,
      seed: 5,
    });
  });

  it.each([
    ['in production', { NODE_ENV: 'production' }, [], 'NODE_ENV=production'],
    ['with a wrong origin', {}, ['--origin', 'localhost'], '--origin needs'],
    ['with a wrong number', {}, ['--speed', 'fast'], '--speed needs a number'],
    ['with an unknown option', {}, ['--host', '0.0.0.0'], '--host'],
  ])('refuses to start %s', async (_, env, args, message) => {
    const child = run(['--world', world, '--port', '0', ...args], env);
    expect(await listen(child)).toEqual({
      said: expect.stringContaining(message),
      code: 1,
    });
  });

  it('says how it is used when the world is missing', async () => {
    const { said, code } = await listen(run([]));
    expect(code).toBe(1);
    expect(said).toContain('--world <file.json>');
  });
});
