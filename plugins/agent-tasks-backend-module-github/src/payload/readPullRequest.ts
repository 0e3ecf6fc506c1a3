import {
  ProviderPullRequest,
  PullRequestState,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { cleanText } from './cleanText';
import {
  fieldsOf,
  idOf,
  known,
  listOf,
  numberOf,
  textOf,
  timeOf,
  urlOf,
} from './lenient';
import { readChecks } from './readChecks';
import { readReview } from './readReview';

/** The longest body GitHub stores. */
const BODY_LIMIT = 65_536;

const states: Record<string, PullRequestState> = {
  OPEN: 'open',
  CLOSED: 'closed',
  MERGED: 'merged',
};

const mergeability: Record<string, boolean> = {
  MERGEABLE: true,
  CONFLICTING: false,
};

/** Reads a node of the query in `client/pullRequestQuery.ts`; undefined for any other node. */
export function readPullRequest(
  node: unknown,
): ProviderPullRequest | undefined {
  const pullRequest = fieldsOf(node);
  const databaseId = idOf(pullRequest?.fullDatabaseId);
  const number = numberOf(pullRequest?.number);
  const url = urlOf(pullRequest?.url);
  const state = states[textOf(pullRequest?.state) ?? ''];
  if (!pullRequest || !databaseId || !number || !url || !state) {
    return undefined;
  }
  const commit = fieldsOf(
    fieldsOf(listOf(fieldsOf(pullRequest.commits)?.nodes)[0])?.commit,
  );
  const body = textOf(pullRequest.body);
  return known({
    databaseId,
    globalId: idOf(pullRequest.id),
    number,
    url,
    state,
    draft: pullRequest.isDraft === true,
    headRef: textOf(pullRequest.headRefName) ?? '',
    headSha: textOf(pullRequest.headRefOid) ?? '',
    baseRef: textOf(pullRequest.baseRefName) ?? '',
    authorLogin: textOf(fieldsOf(pullRequest.author)?.login),
    ...readChecks(commit),
    ...readReview(pullRequest),
    mergeable: mergeability[textOf(pullRequest.mergeable) ?? ''] ?? null,
    mergedAt: timeOf(pullRequest.mergedAt),
    mergedBy: textOf(fieldsOf(pullRequest.mergedBy)?.login),
    closedAt: timeOf(pullRequest.closedAt),
    updatedAt: timeOf(pullRequest.updatedAt),
    changedFiles: numberOf(pullRequest.changedFiles) ?? 0,
    additions: numberOf(pullRequest.additions) ?? 0,
    deletions: numberOf(pullRequest.deletions) ?? 0,
    untrustedBody: body && cleanText(body, BODY_LIMIT),
  });
}
