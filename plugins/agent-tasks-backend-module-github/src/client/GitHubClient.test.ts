import { ProviderArtifact } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { json, startMadeUpGitHub } from '../testing/startMadeUpGitHub';

describe('GitHubClient', () => {
  let github: Awaited<ReturnType<typeof startMadeUpGitHub>>;

  beforeEach(async () => {
    github = await startMadeUpGitHub();
  });

  afterEach(async () => {
    await github.close();
  });

  it('pins the API version on every request, GraphQL included', async () => {
    const { provider, credential, repository } = github;
    const where = { repository, number: 7 };
    const found = {
      id: 1,
      full_name: 'acme/payments-api',
      html_url: `${github.apiUrl}/acme/payments-api`,
      default_branch: 'main',
    };
    const runs = [
      { id: 5, path: 'dynamic/copilot-swe-agent/copilot', status: 'queued' },
    ];
    github.answering(({ path }) => {
      if (path.includes('/actions/runs?')) return json({ workflow_runs: runs });
      if (path.includes('/agents/')) return json({ tasks: [{ id: 'task-1' }] });
      if (path.includes('/pulls?')) return json([{ id: 9, node_id: 'PR_9' }]);
      return json(found);
    });
    const key: ProviderArtifact = { type: 'pull_request', databaseId: '9' };
    await provider.start(
      {
        repository: { ...repository, id: '1' },
        prompt: 'Say hello.',
        baseRef: 'main',
        createPullRequest: false,
      },
      credential,
      () => true,
    );
    await provider.repository(repository, credential);
    await provider.repository({ host: repository.host, id: '1' }, credential);
    await provider.account(credential);
    await provider.access('ada', repository, credential);
    await provider.changes(0, credential);
    await provider.candidates(
      { repositoryId: '1', creatorId: '2', since: 0 },
      credential,
    );
    await provider.read('task-1', credential);
    await provider.artifacts([{ repository, keys: [key] }], credential);
    await provider.files(where, credential);
    await provider.stop({ taskId: 't', repository, headRef: 'b' }, credential);
    await provider.reply(
      { taskId: 't', repository, pullRequestNumber: 7, text: 'Yes.' },
      credential,
    );
    await provider.decorate(where, 'A record.', credential);
    await provider.closePullRequest(where, credential);
    await provider.rateBudget(credential);

    const sent = github.seen.map(({ method, path }) => {
      const [bare] = path.replace('/api/v3', '').split('?');
      return `${method} ${bare}`;
    });
    expect([...new Set(sent)].sort()).toMatchInlineSnapshot(`
      [
        "GET /agents/repos/acme/payments-api/tasks",
        "GET /agents/tasks",
        "GET /agents/tasks/task-1",
        "GET /rate_limit",
        "GET /repos/acme/payments-api",
        "GET /repos/acme/payments-api/actions/runs",
        "GET /repos/acme/payments-api/collaborators/ada/permission",
        "GET /repos/acme/payments-api/pulls",
        "GET /repos/acme/payments-api/pulls/7/files",
        "GET /repositories/1",
        "GET /user",
        "PATCH /repos/acme/payments-api/pulls/7",
        "POST /agents/repos/acme/payments-api/tasks",
        "POST /api/graphql",
        "POST /repos/acme/payments-api/actions/runs/5/cancel",
        "POST /repos/acme/payments-api/issues/7/comments",
      ]
    `);
    for (const { headers } of github.seen) {
      expect(headers).toMatchObject({
        'x-github-api-version': '2026-03-10',
        accept: 'application/vnd.github+json',
        authorization: 'token github_pat_1',
      });
    }
  });

  it('asks Enterprise for GraphQL beside REST', async () => {
    const { provider, credential, repository } = github;
    github.answering(() => json({ data: { nodes: [] } }));
    const keys: ProviderArtifact[] = [
      { type: 'pull_request', databaseId: '9', globalId: 'PR_9' },
    ];
    await provider.artifacts([{ repository, keys }], credential);
    expect(github.seen.map(({ path }) => path)).toEqual(['/api/graphql']);
  });

  it('always says whether a pull request is wanted, and leaves out what was not chosen', async () => {
    const { provider, credential, repository } = github;
    github.answering(() => ({ status: 500 }));
    await provider.start(
      {
        repository: { ...repository, id: '1' },
        prompt: 'Say hello.',
        baseRef: 'main',
        createPullRequest: false,
      },
      credential,
      () => true,
    );
    expect(JSON.parse(github.seen[0].body)).toEqual({
      prompt: 'Say hello.',
      base_ref: 'main',
      create_pull_request: false,
    });
  });

  it('follows no page to another place, and says that the list has a gap', async () => {
    const { provider, credential } = github;
    const elsewhere = await startMadeUpGitHub();
    elsewhere.answering(() => json({ tasks: [{ id: 'task-2' }] }));
    const link = `<${elsewhere.apiUrl}/agents/tasks?page=2>; rel="next"`;
    github.answering(() => json({ tasks: [{ id: 'task-1' }] }, { link }));
    const changes = await provider.changes(0, credential, 'live');
    expect(changes).toMatchObject({ ok: true, value: { complete: false } });
    expect(elsewhere.seen).toEqual([]);
    await elsewhere.close();
  });

  it('keeps what it has read when a later page fails, and says so', async () => {
    const { provider, credential } = github;
    github.answering(({ path }) =>
      path.includes('page=2')
        ? { status: 502 }
        : json(
            { tasks: [{ id: 'task-1' }] },
            {
              link: `<${github.apiUrl}/agents/tasks?page=2>; rel="next", <${github.apiUrl}/agents/tasks?page=1>; rel="first"`,
            },
          ),
    );
    const changes = await provider.changes(0, credential, 'live');
    expect(changes).toMatchObject({
      ok: true,
      value: { complete: false, hints: [{ taskId: 'task-1' }] },
    });
    expect(github.seen).toHaveLength(2);
  });

  it('takes no list with a gap for the candidates of an unclear start', async () => {
    const { provider, credential } = github;
    github.answering(({ path }) => {
      if (path.includes('/repositories/')) {
        return json({
          id: 1,
          full_name: 'acme/payments-api',
          html_url: github.apiUrl,
          default_branch: 'main',
        });
      }
      return path.includes('is_archived=true')
        ? { status: 502 }
        : json({ tasks: [] });
    });
    const where = { repositoryId: '1', creatorId: '2', since: 0 };
    expect(await provider.candidates(where, credential)).toMatchObject({
      ok: false,
      failure: { failureClass: 'provider_unavailable' },
    });
  });

  it('logs one line per write and per failed read, with identifiers alone', async () => {
    const { provider, credential, repository } = github;
    github.answering(({ method }) => ({
      ...json({ id: 1, login: 'ada' }),
      status: method === 'GET' ? 404 : 422,
    }));
    await provider.read('task-1', credential);
    await provider.closePullRequest({ repository, number: 7 }, credential);
    github.answering(() => json({ id: 1, login: 'ada' }));
    await provider.account(credential);

    expect(github.logger.lines).toEqual([
      {
        level: 'warn',
        message: 'Agent provider read failed',
        fields: {
          providerTaskId: 'task-1',
          identity: 'portal',
          operation: 'read',
          status: 404,
          requestId: 'A1',
          verdict: 'unknown',
          ms: expect.any(Number),
        },
      },
      {
        level: 'info',
        message: 'Agent provider write',
        fields: {
          repository: `${repository.host}/acme/payments-api`,
          identity: 'portal',
          operation: 'closePullRequest',
          status: 422,
          requestId: 'A1',
          verdict: 'conflict',
          ms: expect.any(Number),
        },
      },
    ]);
  });

  it('writes nothing to the console, whatever headers come', async () => {
    const { provider, credential } = github;
    const consoles = (['log', 'info', 'warn', 'error'] as const).map(level =>
      jest.spyOn(console, level).mockImplementation(),
    );
    github.answering(() =>
      json({ id: 1, login: 'ada' }, { deprecation: 'true', sunset: 'soon' }),
    );
    await provider.account(credential);
    for (const spy of consoles) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});
