import { nodeId } from '../state/nodeId';
import { PullRequest } from '../state/World';
import { Json, TestSimulator } from './openSimulator';

/** All that a client needs to know of an agent's pull request. */
export const wholePull = `
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

/** Asks the GraphQL API, as Ana unless told; a query that fails is answered with 200, too. */
export async function askGraphql(
  simulator: TestSimulator,
  text: string,
  variables: Record<string, unknown> = {},
  token = 'ana-token',
): Promise<Json> {
  const response = await fetch(simulator.graphqlUrl, {
    method: 'POST',
    headers: { authorization: `bearer ${token}` },
    body: JSON.stringify({ query: text, variables }),
  });
  if (response.status !== 200)
    throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

/** The pull request of an agent that did its work; it waits for a person. */
export async function openAgentPull(
  simulator: TestSimulator,
): Promise<PullRequest> {
  const { id } = await simulator.start('Rename the button\nsimulator: works', {
    create_pull_request: true,
  });
  simulator.clock.advance(3_600_000);
  await simulator.read(id);
  const { world } = simulator.simulator;
  return world.pulls[world.tasks[id].pullId ?? -1];
}

export function readPull(
  simulator: TestSimulator,
  pull: PullRequest,
  token?: string,
): Promise<Json> {
  const ids = [nodeId('PullRequest', pull.id)];
  return askGraphql(simulator, wholePull, { ids }, token);
}
