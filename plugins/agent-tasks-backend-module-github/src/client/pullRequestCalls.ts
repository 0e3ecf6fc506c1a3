import { RepositoryRef } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { PullRequestRef } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { aboutRepository, Call } from './Call';

const PULL_REQUESTS_QUERY = `query AgentPullRequests($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on PullRequest {
      id
      fullDatabaseId
      number
      url
      state
      isDraft
      headRefName
      headRefOid
      baseRefName
      author { login }
      mergeable
      mergedAt
      mergedBy { login }
      closedAt
      updatedAt
      changedFiles
      additions
      deletions
      body
      reviewDecision
      latestOpinionatedReviews(first: 50) { nodes { state author { login } } }
      commits(last: 1) {
        nodes {
          commit {
            checkSuites(first: 50) { nodes { conclusion } }
            statusCheckRollup {
              state
              contexts(first: 100) {
                nodes {
                  ... on CheckRun { name status conclusion }
                  ... on StatusContext { context state }
                }
              }
            }
          }
        }
      }
    }
  }
}`;

/** Pull requests by global id, at most 100 per query. */
export function pullRequestNodes(ids: string[]): Omit<Call, 'route'> {
  return {
    operation: 'artifacts',
    parameters: { query: PULL_REQUESTS_QUERY, variables: { ids } },
    notFound: 'unknown',
  };
}

/** Pull requests of a branch, or the newest of the repository. */
export function listPullRequests(
  repository: RepositoryRef,
  branch?: string,
): Call {
  const { parts, about } = aboutRepository(repository);
  return {
    operation: 'artifacts',
    route: 'GET /repos/{owner}/{repo}/pulls',
    parameters: {
      ...parts,
      state: 'all',
      sort: 'updated',
      direction: 'desc',
      per_page: 100,
      ...(branch && { head: `${parts.owner}:${branch}` }),
    },
    notFound: 'repository_not_found',
    ...about,
  };
}

export function listFiles({ repository, number }: PullRequestRef): Call {
  const { parts, about } = aboutRepository(repository);
  return {
    operation: 'files',
    route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}/files',
    parameters: { ...parts, pull_number: number, per_page: 100 },
    notFound: 'repository_not_found',
    ...about,
  };
}

export function closePull({ repository, number }: PullRequestRef): Call {
  const { parts, about } = aboutRepository(repository);
  return {
    operation: 'closePullRequest',
    route: 'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
    parameters: { ...parts, pull_number: number, state: 'closed' },
    notFound: 'repository_not_found',
    ...about,
  };
}

/** A pull request is an issue to this endpoint. */
export function postComment(
  operation: 'reply' | 'decorate',
  { repository, number }: PullRequestRef,
  body: string,
  taskId?: string,
): Call {
  const { parts, about } = aboutRepository(repository);
  return {
    operation,
    route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
    parameters: { ...parts, issue_number: number, body },
    notFound: 'repository_not_found',
    ...(taskId && { taskId }),
    ...about,
  };
}
