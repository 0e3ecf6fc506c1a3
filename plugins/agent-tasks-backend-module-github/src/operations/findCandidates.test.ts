import { valueOf } from '@agent-tasks/backstage-plugin-agent-tasks-node/testUtils';
import { json, startMadeUpGitHub } from '../testing/startMadeUpGitHub';

const SINCE = Date.parse('2026-11-20T09:00:00Z');
const where = { repositoryId: '1', creatorId: '2', since: SINCE };

const before = { id: 'before', created_at: '2026-11-20T08:59:59Z' };
const second = { id: 'second', created_at: '2026-11-20T09:00:02Z' };
const first = { id: 'first', created_at: '2026-11-20T09:00:01Z' };

describe('findCandidates', () => {
  let github: Awaited<ReturnType<typeof startMadeUpGitHub>>;

  beforeEach(async () => {
    github = await startMadeUpGitHub();
  });

  afterEach(async () => {
    await github.close();
  });

  const answering = (
    live: unknown,
    archived: unknown,
    read: (id: string) => ReturnType<typeof json>,
  ) =>
    github.answering(({ path }) => {
      if (path.includes('/repositories/')) {
        return json({
          id: 1,
          full_name: 'acme/payments-api',
          html_url: github.apiUrl,
          default_branch: 'main',
        });
      }
      if (path.includes('is_archived=true')) return json(archived);
      if (path.includes('is_archived=false')) return json(live);
      return read(path.split('/').at(-1) ?? '');
    });

  const tasks = [before, second, first];
  const readOf = (id: string) => json(tasks.find(task => task.id === id));

  it('leaves out what was created before, although it changed since', async () => {
    const { provider, credential } = github;
    answering({ tasks: [before, second] }, { tasks: [first] }, readOf);
    const found = valueOf(await provider.candidates(where, credential));
    expect(found.map(task => task.id)).toEqual(['first', 'second']);
    expect(github.seen.at(-1)?.path).not.toContain('before');
  });

  it('leaves out a task that was deleted since it was listed', async () => {
    const { provider, credential } = github;
    answering({ tasks: [second, first] }, { tasks: [] }, id =>
      id === 'second' ? json({ message: 'Not Found' }, {}, 404) : readOf(id),
    );
    const found = valueOf(await provider.candidates(where, credential));
    expect(found.map(task => task.id)).toEqual(['first']);
  });

  it.each([403, 500])('takes no answer with a gap: %s', async status => {
    const { provider, credential } = github;
    answering({ tasks: [second, first] }, { tasks: [] }, id =>
      id === 'second' ? json({}, {}, status) : readOf(id),
    );
    const found = await provider.candidates(where, credential);
    expect(found).toMatchObject({ ok: false, failure: { status } });
  });

  it('asks for one creator, in one repository, by its name of today', async () => {
    const { provider, credential } = github;
    answering({ tasks: [] }, { tasks: [] }, readOf);
    await provider.candidates(where, credential);
    const lists = github.seen.map(({ path }) => new URL(path, 'http://x'));
    for (const { pathname, searchParams } of lists.slice(1)) {
      expect(pathname).toBe('/api/v3/agents/repos/acme/payments-api/tasks');
      expect(searchParams.getAll('creator_id')).toEqual(['2']);
      expect(searchParams.get('since')).toBe('2026-11-20T09:00:00.000Z');
    }
    expect(lists).toHaveLength(3);
  });
});
