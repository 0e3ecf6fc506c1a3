import { ProviderArtifact } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { GitHubAgentProvider } from '../GitHubAgentProvider';
import { RecordingLogger } from '../testing/RecordingLogger';
import {
  MadeUpAnswer,
  SeenRequest,
  TamperingProxy,
} from '../testing/TamperingProxy';

const json = (body: unknown, headers: Record<string, string> = {}) => ({
  status: 200,
  headers: { 'x-github-request-id': 'A1', ...headers },
  body: JSON.stringify(body),
});

describe('GitHubClient', () => {
  let github: TamperingProxy;
  let host: string;
  let logger: RecordingLogger;
  let provider: GitHubAgentProvider;
  let credential: { identityId: string; host: string; token: string };

  const answering = (answer: (request: SeenRequest) => MadeUpAnswer) => {
    github.answer = answer;
  };

  beforeEach(async () => {
    github = new TamperingProxy();
    await github.listen('http://127.0.0.1:1');
    host = new URL(github.url).host;
    logger = new RecordingLogger();
    provider = new GitHubAgentProvider({
      hosts: [{ host, apiBaseUrl: `${github.url}/api/v3` }],
      logger,
    });
    credential = { identityId: 'portal', host, token: 'github_pat_1' };
  });

  afterEach(async () => {
    await github.close();
  });

  it('pins the API version on every request, GraphQL included', async () => {
    const repository = { host, slug: 'acme/payments-api' };
    const where = { repository, number: 7 };
    const found = {
      id: 1,
      full_name: 'acme/payments-api',
      html_url: `${github.url}/acme/payments-api`,
      default_branch: 'main',
    };
    const runs = [
      { id: 5, path: 'dynamic/copilot-swe-agent/copilot', status: 'queued' },
    ];
    answering(({ path }) => {
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
    await provider.repository({ host, id: '1' }, credential);
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
    answering(() => json({ data: { nodes: [] } }));
    const keys: ProviderArtifact[] = [
      { type: 'pull_request', databaseId: '9', globalId: 'PR_9' },
    ];
    const repository = { host, slug: 'acme/payments-api' };
    await provider.artifacts([{ repository, keys }], credential);
    expect(github.seen.map(({ path }) => path)).toEqual(['/api/graphql']);
  });

  it('always says whether a pull request is wanted, and leaves out what was not chosen', async () => {
    answering(() => ({ status: 500 }));
    await provider.start(
      {
        repository: { id: '1', host, slug: 'acme/payments-api' },
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
    answering(() =>
      json(
        { tasks: [{ id: 'task-1' }] },
        {
          link: '<http://127.0.0.1:1/api/v3/agents/tasks?page=2>; rel="next"',
        },
      ),
    );
    const changes = await provider.changes(0, credential, 'live');
    expect(changes).toMatchObject({ ok: true, value: { complete: false } });
    expect(github.seen).toHaveLength(1);
  });

  it('keeps what it has read when a later page fails, and says so', async () => {
    answering(({ path }) =>
      path.includes('page=2')
        ? { status: 502 }
        : json(
            { tasks: [{ id: 'task-1' }] },
            {
              link: `<${github.url}/api/v3/agents/tasks?page=2>; rel="next", <${github.url}/api/v3/agents/tasks?page=1>; rel="first"`,
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
    answering(({ path }) => {
      if (path.includes('/repositories/')) {
        return json({
          id: 1,
          full_name: 'acme/payments-api',
          html_url: github.url,
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

  it('remembers a budget per token, and asks when it has seen none', async () => {
    const reset = Math.ceil(Date.now() / 1000) + 600;
    answering(({ path, headers }) => {
      if (path.endsWith('/rate_limit')) {
        const core = { limit: 5000, remaining: 4000, reset };
        return json({ resources: { core } });
      }
      const remaining = headers.authorization?.endsWith('_1') ? '4999' : '17';
      return json(
        { id: 1, login: 'ada' },
        {
          'x-ratelimit-limit': '5000',
          'x-ratelimit-remaining': remaining,
          'x-ratelimit-reset': String(reset),
        },
      );
    });
    const other = { ...credential, token: 'github_pat_2' };
    const remaining = async (one: typeof credential) => {
      const budget = await provider.rateBudget(one);
      return budget.ok && budget.value.remaining;
    };

    expect(await remaining(credential)).toBe(4000);
    await provider.account(credential);
    await provider.account(other);
    expect(await remaining(credential)).toBe(4999);
    expect(await remaining(other)).toBe(17);
    expect(github.seen).toHaveLength(3);
  });

  it('takes neither GraphQL’s budget nor a stranger’s for its own', async () => {
    const limits = {
      'x-ratelimit-limit': '60',
      'x-ratelimit-remaining': '59',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 600),
    };
    answering(({ path }) =>
      path.endsWith('/graphql')
        ? json(
            { data: { nodes: [] } },
            { ...limits, 'x-ratelimit-resource': 'graphql' },
          )
        : { ...json({}, limits), status: 401 },
    );
    const repository = { host, slug: 'acme/payments-api' };
    const keys: ProviderArtifact[] = [
      { type: 'pull_request', databaseId: '9', globalId: 'PR_9' },
    ];
    await provider.artifacts([{ repository, keys }], credential);
    await provider.account(credential);
    expect((await provider.rateBudget(credential)).ok).toBe(false);
  });

  it('logs one line per write and per failed read, with identifiers alone', async () => {
    answering(({ method }) => ({
      ...json({ id: 1, login: 'ada' }),
      status: method === 'GET' ? 404 : 422,
    }));
    const repository = { host, slug: 'acme/payments-api' };
    await provider.read('task-1', credential);
    await provider.closePullRequest({ repository, number: 7 }, credential);
    answering(() => json({ id: 1, login: 'ada' }));
    await provider.account(credential);

    expect(logger.lines).toEqual([
      {
        level: 'warn',
        message: 'Agent provider read failed',
        fields: {
          taskId: 'task-1',
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
          repository: `${host}/acme/payments-api`,
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
    const consoles = (['log', 'info', 'warn', 'error'] as const).map(level =>
      jest.spyOn(console, level).mockImplementation(),
    );
    answering(() =>
      json({ id: 1, login: 'ada' }, { deprecation: 'true', sunset: 'soon' }),
    );
    await provider.account(credential);
    for (const spy of consoles) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });
});
