import { noLimits } from '../settings';
import { nodeId } from '../state/nodeId';
import {
  askGraphql,
  openAgentPull,
  readPull,
  wholePull,
} from '../testing/askGraphql';
import { openSimulator, TestSimulator } from '../testing/openSimulator';

let simulator: TestSimulator;

beforeEach(async () => {
  simulator = await openSimulator();
});

// Fails if the simulator had a bug meanwhile.
afterEach(() => simulator.close());

describe('the GraphQL API', () => {
  it('answers an id that nobody knows with null and NOT_FOUND, and the others all the same', async () => {
    const pull = await openAgentPull(simulator);
    const { data, errors } = await askGraphql(simulator, wholePull, {
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
    const pull = await openAgentPull(simulator);
    const { data, errors } = await readPull(simulator, pull, 'dee-token');
    expect(data.nodes).toEqual([null]);
    expect(errors[0].type).toBe('NOT_FOUND');
    const byName = await askGraphql(
      simulator,
      '{ repository(owner: "acme", name: "payments-api") { id } }',
      {},
      'dee-token',
    );
    expect(byName.data.repository).toBeNull();
    const found = await askGraphql(
      simulator,
      '{ search(type: ISSUE, query: "is:pr", first: 5) { issueCount } }',
      {},
      'dee-token',
    );
    expect(found.data.search.issueCount).toBe(0);
  });

  it('refuses a field that GitHub does not have', async () => {
    const { data, errors } = await askGraphql(
      simulator,
      '{ viewer { login shoeSize } }',
    );
    expect(data).toBeUndefined();
    expect(errors[0]).toMatchObject({
      message: "Field 'shoeSize' doesn't exist on type 'User'",
      extensions: { code: 'undefinedField' },
    });
  });

  it('says so of a field that GitHub has and the simulator has not', async () => {
    const { data, errors } = await askGraphql(
      simulator,
      '{ viewer { login twitterUsername } }',
    );
    expect(data.viewer).toEqual({ login: 'ana', twitterUsername: null });
    expect(errors[0]).toMatchObject({
      type: 'NOT_SIMULATED',
      path: ['viewer', 'twitterUsername'],
    });
  });

  it('refuses mutations, and says that it does', async () => {
    const { data, errors } = await askGraphql(
      simulator,
      'mutation { addStar(input: { starrableId: "R_1" }) { clientMutationId } }',
    );
    expect(data.addStar).toBeNull();
    expect(errors[0].type).toBe('NOT_SIMULATED');
  });

  it('finds a pull request by repository, number and branch', async () => {
    const pull = await openAgentPull(simulator);
    const { data } = await askGraphql(
      simulator,
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
    await openAgentPull(simulator);
    await openAgentPull(simulator);
    const search = `query ($after: String) {
      search(type: ISSUE, query: "is:pr is:open author:app/copilot-swe-agent", first: 1, after: $after) {
        issueCount nodes { ... on PullRequest { number } } pageInfo { hasNextPage endCursor }
      }
    }`;
    const first = (await askGraphql(simulator, search)).data.search;
    expect(first).toMatchObject({
      issueCount: 2,
      nodes: [{ number: 2 }],
      pageInfo: { hasNextPage: true },
    });
    const { endCursor } = first.pageInfo;
    const second = (await askGraphql(simulator, search, { after: endCursor }))
      .data.search;
    expect(second).toMatchObject({
      nodes: [{ number: 1 }],
      pageInfo: { hasNextPage: false },
    });
  });

  it.each([
    ['no bound', 'reviews { totalCount }', 'MISSING_PAGINATION_BOUNDARIES'],
    ['too many', 'reviews(first: 101) { totalCount }', 'EXCESSIVE_PAGINATION'],
  ])('refuses a list with %s', async (_case, field, type) => {
    const pull = await openAgentPull(simulator);
    const { errors } = await askGraphql(
      simulator,
      `query ($id: ID!) { node(id: $id) { ... on PullRequest { ${field} } } }`,
      { id: nodeId('PullRequest', pull.id) },
    );
    expect(errors[0].type).toBe(type);
  });

  it('refuses more than 100 ids at once', async () => {
    const { errors } = await askGraphql(simulator, wholePull, {
      ids: Array(101).fill('PR_x'),
    });
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
      expect(
        (await askGraphql(simulator, '{ viewer { login } }')).data,
      ).toBeDefined();
    }
  });
});
