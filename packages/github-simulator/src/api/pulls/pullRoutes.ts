import { PullRequest } from '../../state/World';
import {
  closePull,
  pullByNumber,
  pullsOf,
  reopenPull,
} from '../../state/pulls';
import { requirePermission, visibleRepository } from '../access';
import { notFound } from '../GitHubError';
import { paginate } from '../paging';
import { Call, Route } from '../Route';
import { presentPull, presentPullFile, presentSimplePull } from './presentPull';

/** The pull request of the path. @throws GitHubError 404 */
export function visiblePull(call: Call): PullRequest {
  const number = Number(call.params.pull_number ?? call.params.issue_number);
  const pull = pullByNumber(call.world, visibleRepository(call), number);
  if (!pull) throw notFound();
  return pull;
}

function selectPulls(call: Call): PullRequest[] {
  const {
    state = 'open',
    head,
    base,
    sort = 'created',
    direction,
  } = call.query;
  const repository = visibleRepository(call);
  const key = sort === 'updated' ? 'updatedAt' : 'createdAt';
  const sign =
    (direction ?? (sort === 'created' ? 'desc' : 'asc')) === 'desc' ? -1 : 1;
  // GitHub ignores a `head` without an owner; that is what makes it worth writing `owner:branch`.
  const headed = typeof head === 'string' && head.includes(':') ? head : null;
  return pullsOf(call.world, repository)
    .filter(
      pull =>
        (state === 'all' || pull.state === state) &&
        (headed === null ||
          headed.toLowerCase() ===
            `${repository.owner}:${pull.headRef}`.toLowerCase()) &&
        (base === undefined || pull.baseRef === base),
    )
    .sort(
      (one, other) =>
        sign * (one[key] - other[key] || one.number - other.number),
    );
}

export const pullRoutes: Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls',
    answer: call => {
      const page = paginate(selectPulls(call), call);
      return {
        status: 200,
        headers: page.headers,
        body: page.items.map(pull =>
          presentSimplePull(
            call.world,
            pull,
            call.simulator.origin,
            call.viewer.login,
          ),
        ),
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    answer: call => ({
      status: 200,
      body: presentPull(
        call.world,
        visiblePull(call),
        call.simulator.origin,
        call.viewer.login,
      ),
    }),
  },
  {
    method: 'PATCH',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}',
    answer: call => {
      const pull = visiblePull(call);
      requirePermission(call, visibleRepository(call), 'write');
      const { title, body, state } = call.body;
      if (typeof title === 'string') pull.title = title;
      if (typeof body === 'string') pull.body = body;
      if (state === 'closed') closePull(pull, call.now);
      if (state === 'open') reopenPull(pull, call.now);
      pull.updatedAt = call.now;
      return {
        status: 200,
        body: presentPull(
          call.world,
          pull,
          call.simulator.origin,
          call.viewer.login,
        ),
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/pulls/{pull_number}/files',
    answer: call => {
      const pull = visiblePull(call);
      const page = paginate(pull.files, call);
      return {
        status: 200,
        headers: page.headers,
        body: page.items.map(file =>
          presentPullFile(call.world, pull, file, call.simulator.origin),
        ),
      };
    },
  },
];
