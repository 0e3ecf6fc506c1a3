import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { mockServices } from '@backstage/backend-test-utils';
import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { ConfigReader } from '@backstage/config';
import { RunningSimulator, startSimulator } from '../startSimulator';
import { mergePull, openPull, pushCommit } from '../state/pulls';
import { findRepository } from '../state/repositories';
import { Repository } from '../state/World';
import { WorldFile } from '../state/worldFile';
import { gitEnvironment } from './runGit';

const world: WorldFile = {
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

let running: RunningSimulator;
let workspace: string;

beforeEach(async () => {
  workspace = mkdtempSync(join(tmpdir(), 'git-test-'));
  running = await startSimulator({ world, port: 0 });
});

afterEach(async () => {
  await running.close();
  rmSync(workspace, { recursive: true, force: true });
});

async function git(cwd: string, ...args: string[]): Promise<string> {
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

function address(token: string, slug = 'acme/shop'): string {
  const url = new URL(`${running.url}/${slug}.git`);
  url.username = 'x-access-token';
  url.password = token;
  return url.toString();
}

async function clone(token = 'ana-token'): Promise<string> {
  await git(workspace, 'clone', '--quiet', address(token), 'clone');
  return join(workspace, 'clone');
}

async function commitFile(directory: string, path: string, content: string) {
  mkdirSync(join(directory, path, '..'), { recursive: true });
  writeFileSync(join(directory, path), content);
  await git(directory, 'add', '--all');
  await git(directory, 'commit', '--quiet', '-m', `Change ${path}`);
  return git(directory, 'rev-parse', 'HEAD');
}

function api(path: string, token = 'ana-token', accept = 'application/json') {
  return fetch(`${running.apiUrl}${path}`, {
    headers: { authorization: `Bearer ${token}`, accept },
  });
}

async function readJson(path: string) {
  return (await api(path)).json();
}

function shop(): Repository {
  return findRepository(running.simulator.world, 'acme', 'shop')!;
}

function readerOf(token: string) {
  return UrlReaders.default({
    logger: mockServices.logger.mock(),
    config: new ConfigReader({
      integrations: {
        github: [
          {
            host: new URL(running.url).host,
            apiBaseUrl: running.apiUrl,
            token,
          },
        ],
      },
    }),
  });
}

describe('git over HTTP', () => {
  it('what is cloned, committed and pushed with a token is read by the contents API and by Backstage', async () => {
    const directory = await clone();
    expect(readFileSync(join(directory, 'README.md'), 'utf8')).toBe('# Shop\n');
    expect(
      readFileSync(join(directory, 'with space/"quoted".txt'), 'utf8'),
    ).toBe('ünïcode\n');

    const sha = await commitFile(directory, 'docs/new.md', 'pushed\n');
    await git(directory, 'push', '--quiet', 'origin', 'main');

    const file = await readJson('/repos/acme/shop/contents/docs/new.md');
    expect(Buffer.from(file.content, 'base64').toString()).toBe('pushed\n');
    const branch = await readJson('/repos/acme/shop/branches/main');
    expect(branch.commit.sha).toBe(sha);
    expect(shop().files['docs/new.md']).toBe('pushed\n');

    const found = await readerOf('ana-token').readUrl(
      `${running.url}/acme/shop/blob/main/docs/new.md`,
    );
    expect((await found.buffer()).toString()).toBe('pushed\n');
  });

  it('Backstage reads a tree and searches in it', async () => {
    const reader = readerOf('ana-token');
    const tree = await reader.readTree(`${running.url}/acme/shop/tree/main/`);
    const paths = (await tree.files()).map(file => file.path);
    expect(paths).toContain('services/checkout/catalog-info.yaml');

    const search = await reader.search(
      `${running.url}/acme/shop/blob/main/services/*/catalog-info.yaml`,
    );
    expect(search.files.map(file => file.url)).toEqual([
      `${running.url}/acme/shop/blob/main/services/checkout/catalog-info.yaml`,
    ]);
    expect((await search.files[0].content()).toString()).toBe(
      'kind: Component\n',
    );
  });

  it('Backstage is told that a file has not changed', async () => {
    const reader = readerOf('ana-token');
    const url = `${running.url}/acme/shop/blob/main/README.md`;
    const { etag } = await reader.readUrl(url);
    await expect(reader.readUrl(url, { etag })).rejects.toThrow(
      expect.objectContaining({ name: 'NotModifiedError' }),
    );
  });

  it('the first commit is the same in every world of the same day', async () => {
    const at = await git(await clone(), 'rev-parse', 'HEAD');
    const createdAt = shop().createdAt;
    const twin = await startSimulator({
      world,
      port: 0,
      clock: { now: () => createdAt },
    });
    try {
      const bare = await twin.simulator.git.open(
        twin.simulator.world,
        findRepository(twin.simulator.world, 'acme', 'shop')!,
      );
      expect((await bare.refs()).get('refs/heads/main')).toBe(at);
    } finally {
      await twin.close();
    }
  });

  it.each([
    ['no token', '', 'acme/shop', /could not read Username|Authentication/],
    ['an unknown token', 'nonsense', 'acme/shop', /Authentication failed/],
    ['a stranger', 'eve-token', 'acme/shop', /not found/],
    ['a repository that is not there', 'ana-token', 'acme/x', /not found/],
  ])('%s cannot clone', async (_case, token, slug, words) => {
    const url = token ? address(token, slug) : `${running.url}/${slug}.git`;
    await expect(git(workspace, 'clone', url, 'refused')).rejects.toThrow(
      words,
    );
  });

  it('a public repository is cloned without a token', async () => {
    await git(workspace, 'clone', '--quiet', `${running.url}/acme/docs`, 'd');
    expect(existsSync(join(workspace, 'd/a.txt'))).toBe(true);
  });

  it('a reader cannot push, and the world stays as it was', async () => {
    const before = structuredClone(shop());
    const directory = await clone('bo-token');
    await commitFile(directory, 'README.md', 'mine now\n');
    await expect(
      git(directory, 'push', '--quiet', 'origin', 'main'),
    ).rejects.toThrow(/403|denied/);
    expect(shop()).toEqual(before);
  });

  it('a file that is no text survives a push and a later merge', async () => {
    const directory = await clone();
    const bytes = Buffer.from([0, 1, 2, 255]);
    writeFileSync(join(directory, 'logo.bin'), bytes);
    await commitFile(directory, 'notes.md', 'kept\n');
    await git(directory, 'push', '--quiet', 'origin', 'main');

    mergeAgentChange();
    await git(directory, 'pull', '--quiet', 'origin', 'main');
    expect(readFileSync(join(directory, 'logo.bin'))).toEqual(bytes);
    expect(readFileSync(join(directory, 'agent.md'), 'utf8')).toBe('made\n');
    expect(existsSync(join(directory, 'README.md'))).toBe(false);
    expect(await git(directory, 'log', '-1', '--format=%s')).toBe(
      'A change (#1)',
    );
  });

  it("an agent's branch can be fetched with what the agent changed", async () => {
    const directory = await clone();
    const pull = openAgentPull();
    await git(directory, 'fetch', '--quiet', 'origin', pull.headRef);
    expect(await git(directory, 'show', 'FETCH_HEAD:agent.md')).toBe('made');
    const file = await readJson(
      `/repos/acme/shop/contents/agent.md?ref=${pull.headSha}`,
    );
    expect(file.size).toBe(5);
  });

  it('a push to the branch of an open pull request moves its head', async () => {
    const directory = await clone();
    const pull = openAgentPull();
    await git(directory, 'fetch', '--quiet', 'origin', pull.headRef);
    await git(directory, 'checkout', '--quiet', '-b', 'mine', 'FETCH_HEAD');
    const sha = await commitFile(directory, 'fix.md', 'by hand\n');
    await git(directory, 'push', '--quiet', 'origin', `HEAD:${pull.headRef}`);
    expect(running.simulator.world.pulls[pull.id].headSha).toBe(sha);
    expect(shop().files).not.toHaveProperty(['fix.md']);
  });

  it('a branch that is deleted by a push is gone from the world', async () => {
    const directory = await clone();
    await git(directory, 'push', '--quiet', 'origin', 'HEAD:refs/heads/x');
    expect(shop().branches.map(one => one.name)).toEqual(['main', 'x']);
    await git(directory, 'push', '--quiet', 'origin', ':x');
    expect(shop().branches.map(one => one.name)).toEqual(['main']);
  });

  it('a world that is begun anew has its first files again', async () => {
    const directory = await clone();
    await commitFile(directory, 'README.md', 'changed\n');
    await git(directory, 'push', '--quiet', 'origin', 'main');
    running.simulator.reset();
    const file = await readJson('/repos/acme/shop/contents/README.md');
    expect(Buffer.from(file.content, 'base64').toString()).toBe('# Shop\n');
  });

  it('repositories without a state file leave nothing behind', async () => {
    const bare = await running.simulator.git.open(
      running.simulator.world,
      shop(),
    );
    running.simulator.git.close();
    expect(existsSync(bare.directory)).toBe(false);
  });

  it('what was pushed is still there after a restart with the same state file', async () => {
    const state = join(workspace, 'world.json');
    const first = await startSimulator({ world, port: 0, state });
    const url = new URL(`${first.url}/acme/shop.git`);
    url.username = 'ana';
    url.password = 'ana-token';
    await git(workspace, 'clone', '--quiet', url.toString(), 'kept');
    const directory = join(workspace, 'kept');
    writeFileSync(join(directory, 'logo.bin'), Buffer.from([0, 7]));
    await commitFile(directory, 'kept.md', 'kept\n');
    await git(directory, 'push', '--quiet', 'origin', 'main');
    await first.close();

    const second = await startSimulator({ world, port: 0, state });
    const response = await fetch(
      `${second.apiUrl}/repos/acme/shop/contents/logo.bin`,
      { headers: { authorization: 'Bearer ana-token' } },
    );
    await second.close();
    expect(await response.json()).toMatchObject({ size: 2, type: 'file' });
  });
});

function openAgentPull() {
  const { simulator } = running;
  const repository = shop();
  const headRef = 'copilot/change';
  repository.branches.push({
    name: headRef,
    sha: repository.branches[0].sha,
  });
  const pull = openPull(
    simulator.world,
    repository,
    {
      taskId: null,
      authorLogin: 'Copilot',
      title: 'A change',
      body: '',
      draft: true,
      headRef,
      baseRef: 'main',
    },
    simulator.now(),
  );
  pushCommit(
    simulator.world,
    repository,
    headRef,
    [
      {
        filename: 'agent.md',
        status: 'added',
        additions: 1,
        deletions: 0,
        patch: '@@ -0,0 +1 @@\n+made',
        content: 'made\n',
      },
      {
        filename: 'README.md',
        status: 'removed',
        additions: 0,
        deletions: 1,
        patch: '@@ -1 +0,0 @@\n-# Shop',
        content: null,
      },
    ],
    simulator.now(),
  );
  return pull;
}

function mergeAgentChange() {
  const { simulator } = running;
  mergePull(simulator.world, openAgentPull(), 'ana', simulator.now());
}
