import { PullRequest, World } from '../../state/World';
import { Happening, nameOf } from '../layout/timeline';

/** What people said of a pull request, and how it ended. */
export function ofPull(world: World, pull: PullRequest): Happening[] {
  const said = {
    APPROVED: 'approved',
    CHANGES_REQUESTED: 'asked for changes',
    COMMENTED: 'remarked',
  };
  return [
    ...world.reviews
      .filter(review => review.pullId === pull.id)
      .map(review => ({
        at: review.submittedAt,
        text: `${nameOf(world, review.authorLogin)} ${said[review.state]}`,
        quote: review.body || undefined,
      })),
    ...world.comments
      .filter(comment => comment.pullId === pull.id)
      .map(comment => ({
        at: comment.createdAt,
        text: `${nameOf(world, comment.authorLogin)} commented`,
        quote: comment.body,
      })),
    ...(pull.mergedAt !== null
      ? [
          {
            at: pull.mergedAt,
            text: `${nameOf(world, pull.mergedBy ?? 'Somebody')} merged it`,
          },
        ]
      : []),
    ...(pull.mergedAt === null && pull.closedAt !== null
      ? [{ at: pull.closedAt, text: 'It was closed without a merge' }]
      : []),
  ];
}
