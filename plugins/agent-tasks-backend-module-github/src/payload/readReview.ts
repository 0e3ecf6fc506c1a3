import { ReviewState } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Fields, fieldsOf, listOf, textOf } from './lenient';

const decisions: Record<string, ReviewState> = {
  APPROVED: 'approved',
  CHANGES_REQUESTED: 'changes_requested',
  REVIEW_REQUIRED: 'required',
};

/**
 * Where the review stands. `reviewDecision` is null where no rule asks for reviews; then the
 * latest opinion of each reviewer decides.
 */
export function readReview(pullRequest: Fields): {
  review: ReviewState;
  approvedBy: string[];
} {
  const opinions = listOf(
    fieldsOf(pullRequest.latestOpinionatedReviews)?.nodes,
  ).map(fieldsOf);
  const approvedBy = opinions
    .filter(opinion => opinion?.state === 'APPROVED')
    .map(opinion => textOf(fieldsOf(opinion?.author)?.login))
    .filter(login => login !== undefined);
  const decision = textOf(pullRequest.reviewDecision);
  if (decision && Object.hasOwn(decisions, decision)) {
    return { review: decisions[decision], approvedBy };
  }
  const states = new Set(opinions.map(opinion => opinion?.state));
  if (states.has('CHANGES_REQUESTED')) {
    return { review: 'changes_requested', approvedBy };
  }
  return { review: states.has('APPROVED') ? 'approved' : 'none', approvedBy };
}
