import { accountById } from './accounts';
import { PullRequest, Review, World } from './World';

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

/** Who asked the agent for this work. */
export function askerOf(world: World, pull: PullRequest): string | undefined {
  const task = pull.taskId ? world.tasks[pull.taskId] : undefined;
  return task && accountById(world, task.creatorId)?.login;
}

/**
 * Every repository here asks for one approval. Whoever asked the agent for the work cannot give it.
 * https://docs.github.com/copilot/how-tos/use-copilot-agents/coding-agent/review-copilot-prs
 */
export function reviewDecision(
  world: World,
  pull: PullRequest,
): 'APPROVED' | 'CHANGES_REQUESTED' | 'REVIEW_REQUIRED' {
  const asker = askerOf(world, pull);
  const reviews = latestReviews(world, pull);
  if (reviews.some(review => review.state === 'CHANGES_REQUESTED'))
    return 'CHANGES_REQUESTED';
  return reviews.some(
    review => review.state === 'APPROVED' && review.authorLogin !== asker,
  )
    ? 'APPROVED'
    : 'REVIEW_REQUIRED';
}
