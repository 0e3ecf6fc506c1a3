import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { commitFile, git, openGit, TestGit } from '../testing/openGit';

let opened: TestGit;

beforeEach(async () => {
  opened = await openGit();
});

// Fails if the simulator had a bug meanwhile.
afterEach(() => opened.close());

function readerOf(token: string) {
  return UrlReaders.default({
    logger: mockServices.logger.mock(),
    config: new ConfigReader({
      integrations: {
        github: [
          {
            host: new URL(opened.simulator.url).host,
            apiBaseUrl: opened.simulator.apiUrl,
            token,
          },
        ],
      },
    }),
  });
}

describe("Backstage's reader", () => {
  it('reads what was pushed', async () => {
    const directory = await opened.clone();
    await commitFile(directory, 'docs/new.md', 'pushed\n');
    await git(directory, 'push', '--quiet', 'origin', 'main');
    const found = await readerOf('ana-token').readUrl(
      `${opened.simulator.url}/acme/shop/blob/main/docs/new.md`,
    );
    expect((await found.buffer()).toString()).toBe('pushed\n');
  });

  it('reads a tree and searches in it', async () => {
    const reader = readerOf('ana-token');
    const tree = await reader.readTree(
      `${opened.simulator.url}/acme/shop/tree/main/`,
    );
    const paths = (await tree.files()).map(file => file.path);
    expect(paths).toContain('services/checkout/catalog-info.yaml');

    const search = await reader.search(
      `${opened.simulator.url}/acme/shop/blob/main/services/*/catalog-info.yaml`,
    );
    expect(search.files.map(file => file.url)).toEqual([
      `${opened.simulator.url}/acme/shop/blob/main/services/checkout/catalog-info.yaml`,
    ]);
    expect((await search.files[0].content()).toString()).toBe(
      'kind: Component\n',
    );
  });

  it('is told that a file has not changed', async () => {
    const reader = readerOf('ana-token');
    const url = `${opened.simulator.url}/acme/shop/blob/main/README.md`;
    const { etag } = await reader.readUrl(url);
    await expect(reader.readUrl(url, { etag })).rejects.toThrow(
      expect.objectContaining({ name: 'NotModifiedError' }),
    );
  });

  it('finds nothing with a token that sees nothing', async () => {
    const url = `${opened.simulator.url}/acme/shop/blob/main/README.md`;
    await expect(readerOf('eve-token').readUrl(url)).rejects.toThrow(
      expect.objectContaining({ name: 'NotFoundError' }),
    );
  });
});

describe('raw files', () => {
  const raw = (path: string, token?: string) =>
    fetch(`${opened.simulator.url}/raw/${path}`, {
      headers: token ? { authorization: `Bearer ${token}` } : {},
    });

  it('are public where the repository is, and need a token elsewhere', async () => {
    expect(await (await raw('acme/docs/main/a.txt')).text()).toBe('a\n');
    expect((await raw('acme/shop/main/README.md')).status).toBe(404);
    const allowed = await raw('acme/shop/main/README.md', 'bo-token');
    expect(await allowed.text()).toBe('# Shop\n');
  });

  it('are found on branches with a slash, and a browser takes them for text', async () => {
    const directory = await opened.clone();
    await git(directory, 'push', '--quiet', 'origin', 'HEAD:refs/heads/a/b');
    const file = await raw('acme/shop/a/b/README.md', 'ana-token');
    expect(await file.text()).toBe('# Shop\n');
    expect(file.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
