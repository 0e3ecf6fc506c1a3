import { isoTime } from '../api/isoTime';
import { nodeId } from '../state/nodeId';
import { Comment, Review } from '../state/World';
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
