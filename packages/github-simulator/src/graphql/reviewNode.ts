import { isoTime } from '../api/isoTime';
import { nodeId } from '../state/nodeId';
import { accountById } from '../state/accounts';
import { Comment, PullRequest, Review, World } from '../state/World';
import { actorNode } from './actorNode';
import { Asker } from './Asker';
import { databaseId } from './databaseId';
import { Node } from './Node';

export function reviewNode(asker: Asker, review: Review): Node {
  return {
    __typename: 'PullRequestReview',
    id: nodeId('PullRequestReview', review.id),
    databaseId: databaseId(review.id),
    fullDatabaseId: String(review.id),
    state: review.state,
    body: review.body,
    bodyText: review.body,
    author: () => actorNode(asker, review.authorLogin),
    commit: { __typename: 'Commit', oid: review.commitId },
    createdAt: isoTime(review.submittedAt),
    submittedAt: isoTime(review.submittedAt),
    updatedAt: isoTime(review.submittedAt),
  };
}

export function commentNode(asker: Asker, comment: Comment): Node {
  return {
    __typename: 'IssueComment',
    id: nodeId('IssueComment', comment.id),
    databaseId: databaseId(comment.id),
    fullDatabaseId: String(comment.id),
    body: comment.body,
    bodyText: comment.body,
    author: () => actorNode(asker, comment.authorLogin),
    createdAt: isoTime(comment.createdAt),
    updatedAt: isoTime(comment.createdAt),
  };
}

export function reviewsOf(world: World, pull: PullRequest): Review[] {
  return world.reviews.filter(review => review.pullId === pull.id);
}

/** The last word of each reviewer; a remark does not take back a verdict. */
export function latestReviews(world: World, pull: PullRequest): Review[] {
  const latest = new Map<string, Review>();
  for (const review of reviewsOf(world, pull)) {
    const before = latest.get(review.authorLogin);
    const remarks = review.state === 'COMMENTED' && before !== undefined;
    if (!remarks) latest.set(review.authorLogin, review);
  }
  return [...latest.values()];
}

/**
 * Every repository here asks for one approval. Whoever asked the agent for the work cannot give it.
 * https://docs.github.com/copilot/how-tos/use-copilot-agents/coding-agent/review-copilot-prs
 */
export function reviewDecision(
  world: World,
  pull: PullRequest,
): 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' {
  const task = pull.taskId ? world.tasks[pull.taskId] : undefined;
  const asker = task && accountById(world, task.creatorId)?.login;
  const reviews = latestReviews(world, pull);
  if (reviews.some(review => review.state === 'CHANGES_REQUESTED'))
    return 'CHANGES_REQUESTED';
  return reviews.some(
    review => review.state === 'APPROVED' && review.authorLogin !== asker,
  )
    ? 'APPROVED'
    : 'REVIEW_REQUIRED';
}
