import { json, startMadeUpGitHub } from '../testing/startMadeUpGitHub';

const task = { id: 'task-1', state: 'in_progress', sessions: [] };

describe('requests that follow tasks', () => {
  let github: Awaited<ReturnType<typeof startMadeUpGitHub>>;

  beforeEach(async () => {
    github = await startMadeUpGitHub();
  });

  afterEach(() => github.close());

  it('say what they know already, and take "not changed" for the answer they have', async () => {
    const { provider, credential } = github;
    let version = 1;
    github.answering(({ headers }) => {
      const etag = `W/"${version}"`;
      return headers['if-none-match'] === etag
        ? { status: 304, headers: { etag } }
        : json({ ...task, name: `version ${version}` }, { etag });
    });
    const states = async () => {
      const read = await provider.read('task-1', credential);
      return read.ok && read.value.raw;
    };
    expect(await states()).toMatchObject({ name: 'version 1' });
    expect(await states()).toMatchObject({ name: 'version 1' });
    version = 2;
    expect(await states()).toMatchObject({ name: 'version 2' });
    expect(github.seen.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      'W/"1"',
      'W/"1"',
    ]);
  });

  it('keep no answer of one token for another', async () => {
    const { provider, credential } = github;
    github.answering(() => json(task, { etag: 'W/"1"' }));
    await provider.read('task-1', credential);
    await provider.read('task-1', { ...credential, token: 'github_pat_2' });
    expect(github.seen.map(({ headers }) => headers['if-none-match'])).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('find the next page of a list that has not changed', async () => {
    const { provider, credential } = github;
    github.answering(({ path, headers }) => {
      const etag = `"${path}"`;
      if (headers['if-none-match'] === etag)
        return { status: 304, headers: {} };
      if (path.includes('page=2'))
        return json({ tasks: [{ id: 'b' }] }, { etag });
      const next = `${github.apiUrl}/agents/tasks?page=2`;
      return json(
        { tasks: [{ id: 'a' }] },
        { etag, link: `<${next}>; rel="next"` },
      );
    });
    for (let round = 0; round < 2; round++) {
      const changes = await provider.changes(0, credential, 'live');
      expect(
        changes.ok && changes.value.hints.map(({ taskId }) => taskId),
      ).toEqual(['a', 'b']);
    }
    expect(github.seen).toHaveLength(4);
  });

  it('stop for a while once they have used their share; sweeps and starts go on', async () => {
    const { provider, credential } = github;
    github.answering(({ path }) =>
      json(path.includes('task-1') ? task : { tasks: [] }, {
        'x-ratelimit-limit': '10',
        'x-ratelimit-remaining': '9',
        'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3_600),
      }),
    );
    const reads = [];
    for (let round = 0; round < 3; round++) {
      reads.push(await provider.read('task-1', credential));
    }
    expect(reads.map(({ ok }) => ok)).toEqual([true, false, false]);
    expect(reads[1]).toMatchObject({
      failure: { failureClass: 'rate_limited', retryAt: expect.any(Number) },
    });
    expect(github.seen).toHaveLength(1);
    expect(await provider.changes(0, credential, 'live')).toMatchObject({
      ok: true,
    });
    expect(github.seen).toHaveLength(2);
  });
});
