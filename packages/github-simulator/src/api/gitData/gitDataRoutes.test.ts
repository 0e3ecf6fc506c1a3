import { openGit, TestGit } from '../../testing/openGit';

let opened: TestGit;

beforeAll(async () => {
  opened = await openGit();
});

// Fails if an answer broke GitHub's contract.
afterAll(() => opened.close());

const SHOP = '/repos/acme/shop';

function ask(path: string) {
  return opened.simulator.ask('GET', SHOP + path);
}

describe('objects of git', () => {
  it('a branch leads to its commit, the commit to its tree, the tree to a file', async () => {
    const { body: ref } = await ask('/git/ref/heads/main');
    expect(ref).toMatchObject({ ref: 'refs/heads/main' });

    const { body: commit } = await ask(`/commits/${ref.object.sha}`);
    expect(commit).toMatchObject({
      sha: ref.object.sha,
      commit: { message: 'Initial commit' },
      parents: [],
    });

    const { sha } = commit.commit.tree;
    const { body: tree } = await ask(`/git/trees/${sha}?recursive=1`);
    expect(tree.sha).toBe(sha);
    const paths = tree.tree.map((entry: { path: string }) => entry.path);
    expect(paths).toEqual([
      'README.md',
      'services',
      'services/checkout',
      'services/checkout/catalog-info.yaml',
      'with space',
      'with space/"quoted".txt',
    ]);

    const { body: blob } = await ask(`/git/blobs/${tree.tree[0].sha}`);
    expect(Buffer.from(blob.content, 'base64').toString()).toBe('# Shop\n');
  });

  it('a tree is found by the name that the API gave to a commit', async () => {
    const { body: branch } = await ask('/branches/main');
    const { body: tree } = await ask(`/git/trees/${branch.commit.sha}`);
    expect(tree.tree).toHaveLength(3);
  });

  it('a folder lists its files, a file tells what is in it', async () => {
    const { body: folder } = await ask('/contents/services/checkout');
    expect(folder).toEqual([
      expect.objectContaining({
        type: 'file',
        path: 'services/checkout/catalog-info.yaml',
      }),
    ]);
    const { body: root } = await ask('/contents');
    expect(root).toHaveLength(3);
    const { body: file } = await ask('/contents/with%20space/%22quoted%22.txt');
    expect(file).toMatchObject({ type: 'file', encoding: 'base64' });
  });

  it.each([
    '/contents/nothing.md',
    '/contents/README.md?ref=nowhere',
    '/git/ref/heads/nowhere',
    '/git/ref/simulator/nowhere',
    `/git/trees/${'0'.repeat(40)}`,
    `/git/blobs/${'0'.repeat(40)}`,
    '/git/trees/--help',
    '/git/trees/main%00',
    '/git/trees/main%5E%7Btree%7D',
    '/contents/services%2F..%2F..%2Fx',
    '/contents/x%00',
    '/tarball/nowhere',
  ])('%s is not found', async path => {
    expect((await ask(path)).status).toBe(404);
  });

  it('a commit that nobody knows is 422', async () => {
    expect((await ask('/commits/nowhere')).status).toBe(422);
  });

  it('nobody reads through a repository they may not see', async () => {
    for (const path of ['/contents/README.md', '/tarball', '/git/trees/main']) {
      const reply = await opened.simulator.ask(
        'GET',
        SHOP + path,
        undefined,
        'eve-token',
      );
      expect(reply.status).toBe(404);
    }
  });
});
