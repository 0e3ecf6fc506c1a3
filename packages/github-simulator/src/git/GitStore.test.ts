import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mergePull, openPull, pushCommit } from '../state/pulls';
import { commitFile, git, openGit, TestGit } from '../testing/openGit';
import { gitEnvironment } from './runGit';

let opened: TestGit;

beforeEach(async () => {
  opened = await openGit();
});

// Fails if the simulator had a bug meanwhile.
afterEach(() => opened.close());

describe('the world and git', () => {
  it('the first commit is the same in every world of the same day', async () => {
    const head = await git(await opened.clone(), 'rev-parse', 'HEAD');
    const twin = await openGit();
    try {
      expect(await git(await twin.clone(), 'rev-parse', 'HEAD')).toBe(head);
    } finally {
      await twin.close();
    }
  });

  it('a file that is no text survives a push and a later merge', async () => {
    const directory = await opened.clone();
    const bytes = Buffer.from([0, 1, 2, 255]);
    await commitFile(directory, 'logo.bin', bytes);
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
    const directory = await opened.clone();
    const pull = openAgentPull();
    await git(directory, 'fetch', '--quiet', 'origin', pull.headRef);
    expect(await git(directory, 'show', 'FETCH_HEAD:agent.md')).toBe('made');
    const file = await opened.read(`agent.md?ref=${pull.headSha}`);
    expect(file.size).toBe(5);
  });

  it('a push to the branch of an open pull request moves its head', async () => {
    const directory = await opened.clone();
    const pull = openAgentPull();
    await git(directory, 'fetch', '--quiet', 'origin', pull.headRef);
    await git(directory, 'checkout', '--quiet', '-b', 'mine', 'FETCH_HEAD');
    const sha = await commitFile(directory, 'fix.md', 'by hand\n');
    await git(directory, 'push', '--quiet', 'origin', `HEAD:${pull.headRef}`);
    expect(opened.simulator.simulator.world.pulls[pull.id].headSha).toBe(sha);
    expect(opened.shop().files).not.toHaveProperty(['fix.md']);
  });

  it('a world that is begun anew has its first files again', async () => {
    const directory = await opened.clone();
    await commitFile(directory, 'README.md', 'changed\n');
    await git(directory, 'push', '--quiet', 'origin', 'main');
    opened.simulator.simulator.reset();
    const file = await opened.read('README.md');
    expect(Buffer.from(file.content, 'base64').toString()).toBe('# Shop\n');
  });

  it('repositories without a state file leave nothing behind', async () => {
    const bare = await opened.simulator.simulator.git.open(
      opened.simulator.simulator.world,
      opened.shop(),
    );
    opened.simulator.simulator.git.close();
    expect(existsSync(bare.directory)).toBe(false);
  });

  it('what was pushed is still there after a restart with the same state file', async () => {
    const state = join(opened.workspace, 'world.json');
    const first = await openGit({ state });
    const directory = await first.clone();
    await commitFile(directory, 'logo.bin', Buffer.from([0, 7]));
    await git(directory, 'push', '--quiet', 'origin', 'main');
    await first.close();

    const second = await openGit({ state });
    const file = await second.read('logo.bin');
    await second.close();
    expect(file).toMatchObject({ size: 2, type: 'file' });
  });

  it('an agent that begins anew does not get the files of its former life', async () => {
    const former = openAgentPull();
    await opened.read(`agent.md?ref=${former.headSha}`);
    opened.simulator.simulator.reset();
    const pull = openAgentPull('made otherwise\n');
    expect(pull.headSha).toBe(former.headSha);
    const file = await opened.read(`agent.md?ref=${pull.headSha}`);
    expect(file.size).toBe('made otherwise\n'.length);
  });
});

describe('a machine without git', () => {
  beforeEach(() => {
    jest.replaceProperty(gitEnvironment, 'PATH', '/nonexistent');
  });
  afterEach(() => jest.restoreAllMocks());

  it('is told so where files are asked for', async () => {
    const { simulator } = opened;
    const file = await simulator.ask(
      'GET',
      '/repos/acme/shop/contents/README.md',
    );
    expect(file.status).toBe(503);
    expect(file.body.message).toContain('install git');
    const clone = await fetch(
      `${simulator.url}/acme/docs.git/info/refs?service=git-upload-pack`,
    );
    expect(clone.status).toBe(503);
    expect(await clone.text()).toContain('install git');
  });

  it('has all the rest', async () => {
    const page = await fetch(`${opened.simulator.url}/acme/docs`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('install git');
    const start = '/agents/repos/acme/shop/tasks';
    const task = await opened.simulator.ask('POST', start, { prompt: 'Do it' });
    expect(task.status).toBe(201);
  });
});

function openAgentPull(content = 'made\n') {
  const { simulator } = opened.simulator;
  const repository = opened.shop();
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
        content,
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
  const { simulator } = opened.simulator;
  mergePull(simulator.world, openAgentPull(), 'ana', simulator.now());
}
