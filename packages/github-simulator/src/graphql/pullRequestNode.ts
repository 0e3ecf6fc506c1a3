import { isoTime, isoTimeOrNull } from '../api/isoTime';
import {
  associationOf,
  pullAddress,
  repositoryOf,
} from '../api/pulls/presentPull';
import { sha } from '../state/dice';
import { nodeId } from '../state/nodeId';
import { branchOf } from '../state/repositories';
import { latestReviews, reviewDecision, reviewsOf } from '../state/reviews';
import { PullFile, PullRequest } from '../state/World';
import { actorNode } from './actorNode';
import { Asker } from './Asker';
import { headCommitNode } from './commitNode';
import { connection } from './connection';
import { databaseId } from './databaseId';
import { refNode, repositoryNode, stateOfPull } from './repositoryNode';
import { commentNode, reviewNode } from './reviewNode';
import { Node } from './Node';

const CHANGE_TYPE = {
  added: 'ADDED',
  modified: 'MODIFIED',
  removed: 'DELETED',
} as const;

function fileNode(file: PullFile) {
  return {
    path: file.filename,
    additions: file.additions,
    deletions: file.deletions,
    changeType: CHANGE_TYPE[file.status],
  };
}

function mergeableOf(pull: PullRequest) {
  if (pull.state !== 'open') return 'UNKNOWN';
  return pull.mergeable ? 'MERGEABLE' : 'CONFLICTING';
}

function mergeStateOf(pull: PullRequest) {
  if (pull.state !== 'open') return 'UNKNOWN';
  if (!pull.mergeable) return 'DIRTY';
  return pull.draft ? 'DRAFT' : 'CLEAN';
}

export function pullRequestNode(asker: Asker, pull: PullRequest): Node {
  const { world, origin } = asker;
  const repository = repositoryOf(world, pull);
  const url = pullAddress(world, pull, origin);
  const sum = (key: 'additions' | 'deletions') =>
    pull.files.reduce((total, file) => total + file[key], 0);
  const ref = (name: string) => () => {
    const branch = branchOf(repository, name);
    return branch ? refNode(repository, branch) : null;
  };
  const comments = world.comments.filter(one => one.pullId === pull.id);
  return {
    __typename: 'PullRequest',
    id: nodeId('PullRequest', pull.id),
    databaseId: databaseId(pull.id),
    fullDatabaseId: String(pull.id),
    number: pull.number,
    url,
    permalink: url,
    resourcePath: url.slice(origin.length),
    title: pull.title,
    body: pull.body,
    bodyText: pull.body,
    state: stateOfPull(pull),
    closed: pull.state === 'closed',
    merged: pull.mergedAt !== null,
    isDraft: pull.draft,
    locked: false,
    isCrossRepository: false,
    author: () => actorNode(asker, pull.authorLogin),
    authorAssociation: associationOf(repository, pull.authorLogin),
    repository: () => repositoryNode(asker, repository),
    headRepository: () => repositoryNode(asker, repository),
    baseRepository: () => repositoryNode(asker, repository),
    headRefName: pull.headRef,
    headRefOid: pull.headSha,
    headRef: ref(pull.headRef),
    baseRefName: pull.baseRef,
    baseRefOid: pull.baseSha,
    baseRef: ref(pull.baseRef),
    mergeable: mergeableOf(pull),
    mergeStateStatus: mergeStateOf(pull),
    mergeCommit:
      pull.mergedAt === null
        ? null
        : { __typename: 'Commit', oid: sha(world.seed, 'merge', pull.id) },
    mergedAt: isoTimeOrNull(pull.mergedAt),
    mergedBy: () => (pull.mergedBy ? actorNode(asker, pull.mergedBy) : null),
    closedAt: isoTimeOrNull(pull.closedAt),
    createdAt: isoTime(pull.createdAt),
    updatedAt: isoTime(pull.updatedAt),
    publishedAt: isoTime(pull.createdAt),
    lastEditedAt: null,
    additions: sum('additions'),
    deletions: sum('deletions'),
    changedFiles: pull.files.length,
    files: connection(() => pull.files.map(fileNode)),
    // The world keeps the newest commit alone, and counts the others.
    commits: connection(
      () => [{ commit: headCommitNode(asker, pull), url }],
      pull.commits,
    ),
    statusCheckRollup: () => headCommitNode(asker, pull).statusCheckRollup,
    reviewDecision: reviewDecision(world, pull),
    reviews: connection(() =>
      reviewsOf(world, pull).map(review => reviewNode(asker, review)),
    ),
    latestReviews: connection(() =>
      latestReviews(world, pull).map(review => reviewNode(asker, review)),
    ),
    latestOpinionatedReviews: connection(() =>
      latestReviews(world, pull)
        .filter(review => review.state !== 'COMMENTED')
        .map(review => reviewNode(asker, review)),
    ),
    reviewRequests: connection(() =>
      pull.requestedReviewers.map(login => ({
        requestedReviewer: actorNode(asker, login),
      })),
    ),
    comments: connection(() => comments.map(one => commentNode(asker, one))),
    totalCommentsCount: comments.length,
    labels: connection(() => []),
    assignees: connection(() => []),
  };
}
