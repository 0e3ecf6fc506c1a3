import { PullRequest } from '../state/World';
import { openAgentPull, readPull } from '../testing/askGraphql';
import { openSimulator, TestSimulator } from '../testing/openSimulator';

let simulator: TestSimulator;

beforeEach(async () => {
  simulator = await openSimulator();
});

// Fails if the simulator had a bug meanwhile.
afterEach(() => simulator.close());

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

describe('a pull request in GraphQL', () => {
  it("tells of an agent's pull request by its global id", async () => {
    const pull = await openAgentPull(simulator);
    const { data, errors } = await readPull(simulator, pull);
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
    const pull = await openAgentPull(simulator);
    await approveChecks(pull);
    const { data } = await readPull(simulator, pull);
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
    const pull = await openAgentPull(simulator);
    await review(pull.number, 'APPROVE', 'ana-token');
    const own = await readPull(simulator, pull);
    expect(own.data.nodes[0].reviewDecision).toBe('REVIEW_REQUIRED');
    await review(pull.number, 'APPROVE', 'bo-token');
    const others = await readPull(simulator, pull);
    expect(others.data.nodes[0].reviewDecision).toBe('APPROVED');
  });

  it('keeps a verdict that the same person only comments on', async () => {
    const pull = await openAgentPull(simulator);
    await review(pull.number, 'REQUEST_CHANGES', 'bo-token');
    await review(pull.number, 'COMMENT', 'bo-token');
    const { data } = await readPull(simulator, pull);
    expect(data.nodes[0].reviewDecision).toBe('CHANGES_REQUESTED');
    expect(data.nodes[0].latestReviews.nodes).toHaveLength(1);
    expect(data.nodes[0].reviews.totalCount).toBe(2);
  });
});
