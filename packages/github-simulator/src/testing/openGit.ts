import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gitEnvironment } from '../git/runGit';
import { findRepository } from '../state/repositories';
import { Repository } from '../state/World';
import { WorldFile } from '../state/worldFile';
import { Json, openSimulator, TestSimulator } from './openSimulator';

/** Ana may write to the shop, Bo may read it, Eve sees the public docs only. */
export const gitWorld: WorldFile = {
  organizations: ['acme'],
  accounts: [
    { login: 'ana', tokens: ['ana-token'] },
    { login: 'bo', tokens: ['bo-token'] },
    { login: 'eve', tokens: ['eve-token'] },
  ],
  repositories: [
    {
      owner: 'acme',
      name: 'shop',
      private: true,
      collaborators: { ana: 'write', bo: 'read' },
      files: {
        'README.md': '# Shop\n',
        'services/checkout/catalog-info.yaml': 'kind: Component\n',
        'with space/"quoted".txt': 'ünïcode\n',
      },
    },
    { owner: 'acme', name: 'docs', private: false, files: { 'a.txt': 'a\n' } },
  ],
};

const execute = promisify(execFile);

/** Runs the machine's own git, as a person would. */
export async function git(cwd: string, ...args: string[]): Promise<string> {
  const { stdout } = await execute('git', args, {
    cwd,
    env: {
      ...gitEnvironment,
      GIT_AUTHOR_NAME: 'Ana',
      GIT_AUTHOR_EMAIL: 'ana@example.test',
      GIT_COMMITTER_NAME: 'Ana',
      GIT_COMMITTER_EMAIL: 'ana@example.test',
    },
  });
  return stdout.trim();
}

/** @returns the new commit's name */
export async function commitFile(
  directory: string,
  path: string,
  content: string | Buffer,
): Promise<string> {
  mkdirSync(join(directory, path, '..'), { recursive: true });
  writeFileSync(join(directory, path), content);
  await git(directory, 'add', '--all');
  await git(directory, 'commit', '--quiet', '-m', `Change ${path}`);
  return git(directory, 'rev-parse', 'HEAD');
}

export interface TestGit {
  simulator: TestSimulator;
  /** An empty directory to work in. */
  workspace: string;
  /** The address of a repository, with a token as its password. */
  address(token: string, slug?: string): string;
  /** Clones the shop and returns where to. */
  clone(token?: string): Promise<string>;
  /** The shop as the world has it. */
  shop(): Repository;
  /** A file as `GET …/contents` tells of it. */
  read(path: string): Promise<Json>;
  close(): Promise<void>;
}

/** A simulator to clone from and push to. */
export async function openGit(
  options: Parameters<typeof openSimulator>[0] = {},
): Promise<TestGit> {
  const workspace = mkdtempSync(join(tmpdir(), 'git-test-'));
  const simulator = await openSimulator({ world: gitWorld, ...options });
  const address: TestGit['address'] = (token, slug = 'acme/shop') => {
    const url = new URL(`${simulator.url}/${slug}.git`);
    url.username = 'x-access-token';
    url.password = token;
    return url.toString();
  };
  return {
    simulator,
    workspace,
    address,
    async clone(token = 'ana-token') {
      await git(workspace, 'clone', '--quiet', address(token), 'clone');
      return join(workspace, 'clone');
    },
    shop() {
      const { world } = simulator.simulator;
      const repository = findRepository(world, 'acme', 'shop');
      if (!repository) throw new Error('The shop is gone');
      return repository;
    },
    async read(path) {
      const file = `/repos/acme/shop/contents/${path}`;
      return (await simulator.ask('GET', file)).body;
    },
    async close() {
      await simulator.close();
      rmSync(workspace, { recursive: true, force: true });
    },
  };
}
