import { ProviderArtifact } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { json, startMadeUpGitHub } from '../testing/startMadeUpGitHub';

describe('RateBudgets', () => {
  let github: Awaited<ReturnType<typeof startMadeUpGitHub>>;

  beforeEach(async () => {
    github = await startMadeUpGitHub();
  });

  afterEach(async () => {
    await github.close();
  });

  it('remembers a budget per token, and asks when it has seen none', async () => {
    const { provider, credential } = github;
    const reset = Math.ceil(Date.now() / 1000) + 600;
    github.answering(({ path, headers }) => {
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
    const { provider, credential, repository } = github;
    const limits = {
      'x-ratelimit-limit': '60',
      'x-ratelimit-remaining': '59',
      'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 600),
    };
    github.answering(({ path }) =>
      path.endsWith('/graphql')
        ? json(
            { data: { nodes: [] } },
            { ...limits, 'x-ratelimit-resource': 'graphql' },
          )
        : { ...json({}, limits), status: 401 },
    );
    const keys: ProviderArtifact[] = [
      { type: 'pull_request', databaseId: '9', globalId: 'PR_9' },
    ];
    await provider.artifacts([{ repository, keys }], credential);
    await provider.account(credential);
    expect((await provider.rateBudget(credential)).ok).toBe(false);
  });
});
