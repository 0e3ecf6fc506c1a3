import { noLimits } from '../settings';
import { nodeId } from '../state/nodeId';
import { PullRequest } from '../state/World';
import { Json, openSimulator, TestSimulator } from '../testing/openSimulator';

/** All that a client needs to know of an agent's pull request. */
const WHOLE = `
  query Pulls($ids: [ID!]!) {
    nodes(ids: $ids) {
      ... on PullRequest {
        id databaseId fullDatabaseId number url state isDraft headRefName headRefOid baseRefName
        author { __typename login ... on Bot { databaseId } }
        mergeable mergedAt mergedBy { login } closedAt updatedAt
        changedFiles additions deletions title body reviewDecision
        latestReviews(first: 5) { nodes { state author { login } submittedAt } }
        reviews(first: 5) { totalCount }
        commits(last: 1) {
          totalCount
          nodes {
            commit {
              oid
              statusCheckRollup {
                state
                contexts(first: 10) { nodes { ... on CheckRun { name conclusion } } }
              }
              checkSuites(first: 10) {
                nodes {
                  conclusion status
                  workflowRun { workflow { name } }
                  checkRuns(first: 10) { nodes { name status conclusion } }
                }
              }
            }
          }
        }
        repository { databaseId nameWithOwner }
      }
    }
    viewer { login databaseId }
    rateLimit { limit remaining resetAt cost }
  }`;

let simulator: TestSimulator;

beforeEach(async () => {
  simulator = await openSimulator();
});

// Fails if the simulator had a bug meanwhile.
afterEach(() => simulator.close());

async function query(
  text: string,
  variables: Record<string, unknown> = {},
  token = 'ana-token',
): Promise<Json> {
  const response = await fetch(simulator.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `bearer ${token}` },
    body: JSON.stringify({ query: text, variables }),
  });
  expect(response.status).toBe(200);
  return response.json();
}

/** The pull request of an agent that did its work; it waits for a person. */
async function agentPull(): Promise<PullRequest> {
  const { id } = await simulator.start('Rename the button\nsimulator: works', {
    create_pull_request: true,
  });
  simulator.clock.advance(3_600_000);
  await simulator.read(id);
  const { world } = simulator.simulator;
  return world.pulls[world.tasks[id].pullId!];
}

function readPull(pull: PullRequest, token?: string) {
  return query(WHOLE, { ids: [nodeId('PullRequest', pull.id)] }, token);
}

async function approveChecks(pull: PullRequest) {
  const { body } = await simulator.ask(
    'GET',
    '/repos/acme/payments-api/actions/runs?status=action_required',
  );
  expect(body.workflow_runs[0].head_sha).toBe(pull.headSha);
  await simulator.ask(
    'POST',
    `/repos/acme/payments-api/actions/runs/${body.workflow_runs[0].id}/approve`,
    undefined,
    'bo-token',
  );
  simulator.clock.advance(600_000);
}

function review(number: number, event: string, token: string) {
  const path = `/repos/acme/payments-api/pulls/${number}/reviews`;
  return simulator.ask('POST', path, { event, body: 'Looked at it' }, token);
}

describe('the GraphQL API', () => {
  it("tells of an agent's pull request by its global id", async () => {
    const pull = await agentPull();
    const { data, errors } = await readPull(pull);
    expect(errors).toBeUndefined();
    expect(data.nodes[0]).toMatchObject({
      fullDatabaseId: String(pull.id),
      number: 1,
      url: `${simulator.url}/acme/payments-api/pull/1`,
      state: 'OPEN',
      isDraft: true,
      headRefName: expect.stringMatching(/^copilot\//),
      headRefOid: pull.headSha,
      baseRefName: 'main',
      author: {
        __typename: 'Bot',
        login: 'copilot-swe-agent',
        databaseId: 198982749,
      },
      mergeable: 'MERGEABLE',
      mergedAt: null,
      changedFiles: 2,
      reviewDecision: 'REVIEW_REQUIRED',
      repository: { nameWithOwner: 'acme/payments-api' },
      commits: {
        nodes: [
          {
            commit: {
              oid: pull.headSha,
              statusCheckRollup: null,
              checkSuites: {
                nodes: [{ status: 'COMPLETED', conclusion: 'ACTION_REQUIRED' }],
              },
            },
          },
        ],
      },
    });
    expect(data.viewer.login).toBe('ana');
    expect(data.rateLimit.limit).toBe(5000);
  });

  it('follows the checks once a person let them run', async () => {
    const pull = await agentPull();
    await approveChecks(pull);
    const { data } = await readPull(pull);
    const [{ commit }] = data.nodes[0].commits.nodes;
    expect(commit.statusCheckRollup).toEqual({
      state: 'SUCCESS',
      contexts: {
        nodes: [
          { name: 'build', conclusion: 'SUCCESS' },
          { name: 'test', conclusion: 'SUCCESS' },
        ],
      },
    });
    expect(commit.checkSuites.nodes[0]).toMatchObject({
      conclusion: 'SUCCESS',
      checkRuns: { nodes: [{ name: 'build' }, { name: 'test' }] },
    });
  });

  it('does not count the approval of the person who asked for the work', async () => {
    const pull = await agentPull();
    await review(pull.number, 'APPROVE', 'ana-token');
    const own = await readPull(pull);
    expect(own.data.nodes[0].reviewDecision).toBe('REVIEW_REQUIRED');
    await review(pull.number, 'APPROVE', 'bo-token');
    const others = await readPull(pull);
    expect(others.data.nodes[0].reviewDecision).toBe('APPROVED');
  });

  it('keeps a verdict that the same person only comments on', async () => {
    const pull = await agentPull();
    await review(pull.number, 'REQUEST_CHANGES', 'bo-token');
    await review(pull.number, 'COMMENT', 'bo-token');
    const { data } = await readPull(pull);
    expect(data.nodes[0].reviewDecision).toBe('CHANGES_REQUESTED');
    expect(data.nodes[0].latestReviews.nodes).toHaveLength(1);
    expect(data.nodes[0].reviews.totalCount).toBe(2);
  });

  it('answers an id that nobody knows with null and NOT_FOUND, and the others all the same', async () => {
    const pull = await agentPull();
    const { data, errors } = await query(WHOLE, {
      ids: ['PR_unknown', nodeId('PullRequest', pull.id)],
    });
    expect(data.nodes[0]).toBeNull();
    expect(data.nodes[1].number).toBe(1);
    expect(errors).toEqual([
      expect.objectContaining({
        type: 'NOT_FOUND',
        path: ['nodes', 0],
        message:
          "Could not resolve to a node with the global id of 'PR_unknown'.",
      }),
    ]);
  });

  it('hides what the token may not see as if it were not there', async () => {
    const pull = await agentPull();
    const { data, errors } = await readPull(pull, 'dee-token');
    expect(data.nodes).toEqual([null]);
    expect(errors[0].type).toBe('NOT_FOUND');
    const byName = await query(
      '{ repository(owner: "acme", name: "payments-api") { id } }',
      {},
      'dee-token',
    );
    expect(byName.data.repository).toBeNull();
    const found = await query(
      '{ search(type: ISSUE, query: "is:pr", first: 5) { issueCount } }',
      {},
      'dee-token',
    );
    expect(found.data.search.issueCount).toBe(0);
  });

  it('refuses a field that GitHub does not have', async () => {
    const { data, errors } = await query('{ viewer { login shoeSize } }');
    expect(data).toBeUndefined();
    expect(errors[0]).toMatchObject({
      message: "Field 'shoeSize' doesn't exist on type 'User'",
      extensions: { code: 'undefinedField' },
    });
  });

  it('says so of a field that GitHub has and the simulator has not', async () => {
    const { data, errors } = await query(
      '{ viewer { login twitterUsername } }',
    );
    expect(data.viewer).toEqual({ login: 'ana', twitterUsername: null });
    expect(errors[0]).toMatchObject({
      type: 'NOT_SIMULATED',
      path: ['viewer', 'twitterUsername'],
    });
  });

  it('refuses mutations, and says that it does', async () => {
    const { data, errors } = await query(
      'mutation { addStar(input: { starrableId: "R_1" }) { clientMutationId } }',
    );
    expect(data.addStar).toBeNull();
    expect(errors[0].type).toBe('NOT_SIMULATED');
  });

  it('finds a pull request by repository, number and branch', async () => {
    const pull = await agentPull();
    const { data } = await query(
      `query ($head: String!) {
        repository(owner: "acme", name: "payments-api") {
          databaseId viewerPermission defaultBranchRef { name }
          pullRequest(number: 1) { title }
          pullRequests(headRefName: $head, states: [OPEN], first: 5) { totalCount nodes { number } }
        }
      }`,
      { head: pull.headRef },
    );
    expect(data.repository).toMatchObject({
      databaseId: pull.repositoryId,
      viewerPermission: 'WRITE',
      defaultBranchRef: { name: 'main' },
      pullRequest: { title: pull.title },
      pullRequests: { totalCount: 1, nodes: [{ number: 1 }] },
    });
  });

  it('pages through what a search finds', async () => {
    await agentPull();
    await agentPull();
    const search = `query ($after: String) {
      search(type: ISSUE, query: "is:pr is:open author:app/copilot-swe-agent", first: 1, after: $after) {
        issueCount nodes { ... on PullRequest { number } } pageInfo { hasNextPage endCursor }
      }
    }`;
    const first = (await query(search)).data.search;
    expect(first).toMatchObject({
      issueCount: 2,
      nodes: [{ number: 2 }],
      pageInfo: { hasNextPage: true },
    });
    const { endCursor } = first.pageInfo;
    const second = (await query(search, { after: endCursor })).data.search;
    expect(second).toMatchObject({
      nodes: [{ number: 1 }],
      pageInfo: { hasNextPage: false },
    });
  });

  it.each([
    ['no bound', 'reviews { totalCount }', 'MISSING_PAGINATION_BOUNDARIES'],
    ['too many', 'reviews(first: 101) { totalCount }', 'EXCESSIVE_PAGINATION'],
  ])('refuses a list with %s', async (_case, field, type) => {
    const pull = await agentPull();
    const { errors } = await query(
      `query ($id: ID!) { node(id: $id) { ... on PullRequest { ${field} } } }`,
      { id: nodeId('PullRequest', pull.id) },
    );
    expect(errors[0].type).toBe(type);
  });

  it('refuses more than 100 ids at once', async () => {
    const { errors } = await query(WHOLE, { ids: Array(101).fill('PR_x') });
    expect(errors[0].type).toBe('ARGUMENT_LIMIT');
  });

  it('answers 401 without a token and 400 without a query', async () => {
    const ask = (headers: Record<string, string>) =>
      fetch(simulator.graphqlUrl, { method: 'POST', headers, body: '{}' });
    expect((await ask({})).status).toBe(401);
    expect((await ask({ authorization: 'bearer ana-token' })).status).toBe(400);
  });

  it('counts a query as a read, whatever its method', async () => {
    simulator.simulator.settings.limits = {
      ...noLimits,
      creationsPerMinute: 1,
    };
    for (let count = 0; count < 3; count += 1) {
      expect((await query('{ viewer { login } }')).data).toBeDefined();
    }
  });
});
