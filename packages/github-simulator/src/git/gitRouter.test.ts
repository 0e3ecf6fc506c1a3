import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commitFile, git, openGit, TestGit } from '../testing/openGit';

let opened: TestGit;

beforeEach(async () => {
  opened = await openGit();
});

// Fails if the simulator had a bug meanwhile.
afterEach(() => opened.close());

describe('git over HTTP', () => {
  it('what is cloned, committed and pushed with a token is read by the contents API', async () => {
    const directory = await opened.clone();
    expect(readFileSync(join(directory, 'README.md'), 'utf8')).toBe('# Shop\n');
    expect(
      readFileSync(join(directory, 'with space/"quoted".txt'), 'utf8'),
    ).toBe('ünïcode\n');

    const sha = await commitFile(directory, 'docs/new.md', 'pushed\n');
    await git(directory, 'push', '--quiet', 'origin', 'main');

    const file = await opened.read('docs/new.md');
    expect(Buffer.from(file.content, 'base64').toString()).toBe('pushed\n');
    const branch = (
      await opened.simulator.ask('GET', '/repos/acme/shop/branches/main')
    ).body;
    expect(branch.commit.sha).toBe(sha);
    expect(opened.shop().files['docs/new.md']).toBe('pushed\n');
  });

  it.each([
    ['no token', '', 'acme/shop', /could not read Username|Authentication/],
    ['an unknown token', 'nonsense', 'acme/shop', /Authentication failed/],
    ['a stranger', 'eve-token', 'acme/shop', /not found/],
    ['a repository that is not there', 'ana-token', 'acme/x', /not found/],
  ])('%s cannot clone', async (_case, token, slug, words) => {
    const url = token
      ? opened.address(token, slug)
      : `${opened.simulator.url}/${slug}.git`;
    await expect(
      git(opened.workspace, 'clone', url, 'refused'),
    ).rejects.toThrow(words);
  });

  it('a public repository is cloned without a token', async () => {
    await git(
      opened.workspace,
      'clone',
      '--quiet',
      `${opened.simulator.url}/acme/docs`,
      'd',
    );
    expect(existsSync(join(opened.workspace, 'd/a.txt'))).toBe(true);
  });

  it('a reader cannot push, and the world stays as it was', async () => {
    const before = structuredClone(opened.shop());
    const directory = await opened.clone('bo-token');
    await commitFile(directory, 'README.md', 'mine now\n');
    await expect(
      git(directory, 'push', '--quiet', 'origin', 'main'),
    ).rejects.toThrow(/403|denied/);
    expect(opened.shop()).toEqual(before);
  });

  it('a branch that is deleted by a push is gone from the world', async () => {
    const directory = await opened.clone();
    await git(directory, 'push', '--quiet', 'origin', 'HEAD:refs/heads/x');
    expect(opened.shop().branches.map(one => one.name)).toEqual(['main', 'x']);
    await git(directory, 'push', '--quiet', 'origin', ':x');
    expect(opened.shop().branches.map(one => one.name)).toEqual(['main']);
  });
});
