import { PullRequest, Review, World } from '../../state/World';
import { nodeId } from '../../state/nodeId';
import { addReview } from '../../state/pulls';
import { slugOf } from '../../state/repositories';
import { validationFailed } from '../GitHubError';
import { isoTime } from '../isoTime';
import { paginate } from '../paging';
import { Route } from '../Route';
import { presentActor } from '../users/presentUser';
import { associationOf, pullAddress, repositoryOf } from './presentPull';
import { visiblePull } from './pullRoutes';

const STATE_OF_EVENT: Record<string, Review['state']> = {
  APPROVE: 'APPROVED',
  REQUEST_CHANGES: 'CHANGES_REQUESTED',
  COMMENT: 'COMMENTED',
};

function presentReview(
  world: World,
  pull: PullRequest,
  review: Review,
  origin: string,
) {
  const repository = repositoryOf(world, pull);
  const html = `${pullAddress(world, pull, origin)}#pullrequestreview-${
    review.id
  }`;
  const pullUrl = `${origin}/api/v3/repos/${slugOf(repository)}/pulls/${
    pull.number
  }`;
  return {
    id: review.id,
    node_id: nodeId('PullRequestReview', review.id),
    user: presentActor(world, review.authorLogin, origin),
    body: review.body,
    state: review.state,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: associationOf(repository, review.authorLogin),
    _links: { html: { href: html }, pull_request: { href: pullUrl } },
    submitted_at: isoTime(review.submittedAt),
    commit_id: review.commitId,
  };
}

export const reviewRoutes: Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    answer: call => {
      const pull = visiblePull(call);
      const reviews = call.world.reviews.filter(one => one.pullId === pull.id);
      const page = paginate(reviews, call);
      return {
        status: 200,
        headers: page.headers,
        body: page.items.map(review =>
          presentReview(call.world, pull, review, call.simulator.origin),
        ),
      };
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/reviews',
    answer: call => {
      const pull = visiblePull(call);
      const state = STATE_OF_EVENT[String(call.body.event ?? 'COMMENT')];
      const body = String(call.body.body ?? '');
      if (state !== 'APPROVED' && body === '') {
        throw validationFailed({ code: 'missing_field', field: 'body' });
      }
      if (state === 'APPROVED' && pull.authorLogin === call.viewer.login) {
        throw validationFailed({
          code: 'custom',
          message: 'Can not approve your own pull request',
        });
      }
      const review = addReview(
        call.world,
        pull,
        { authorLogin: call.viewer.login, state, body },
        call.now,
      );
      return {
        status: 200,
        created: true,
        body: presentReview(call.world, pull, review, call.simulator.origin),
      };
    },
  },
];
