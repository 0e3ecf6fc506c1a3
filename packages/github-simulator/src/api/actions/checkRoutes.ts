import { CheckRun, Repository } from '../../state/World';
import { branchOf, slugOf } from '../../state/repositories';
import { visibleRepository } from '../access';
import { paginate } from '../paging';
import { Call, Route } from '../Route';
import { presentMinimalRepository } from '../repositories/presentRepository';
import { presentCheckRun } from './presentRun';

/** The checks of a commit, named by its sha or by a branch. */
function checksOf(
  { world, params, query }: Call,
  repository: Repository,
): CheckRun[] {
  const ref = params.ref.replace(/^heads\//, '');
  const commit = branchOf(repository, ref)?.sha ?? ref;
  return world.checkRuns.filter(
    check =>
      check.repositoryId === repository.id &&
      check.headSha === commit &&
      (query.check_name === undefined || check.name === query.check_name) &&
      (query.status === undefined || check.status === query.status),
  );
}

export const checkRoutes: Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref*}/check-runs',
    contract: { path: '/repos/{owner}/{repo}/commits/{ref}/check-runs' },
    answer: call => {
      const repository = visibleRepository(call);
      const checks = checksOf(call, repository);
      const page = paginate(checks, call);
      return {
        status: 200,
        headers: page.headers,
        body: {
          total_count: checks.length,
          check_runs: page.items.map(check =>
            presentCheckRun(
              call.world,
              repository,
              check,
              call.simulator.origin,
            ),
          ),
        },
      };
    },
  },
  {
    // Nothing here sets the older commit statuses; GitHub calls that pending.
    method: 'GET',
    path: '/repos/{owner}/{repo}/commits/{ref*}/status',
    contract: { path: '/repos/{owner}/{repo}/commits/{ref}/status' },
    answer: call => {
      const repository = visibleRepository(call);
      const commit =
        branchOf(repository, call.params.ref)?.sha ?? call.params.ref;
      const { origin } = call.simulator;
      const url = `${origin}/api/v3/repos/${slugOf(
        repository,
      )}/commits/${commit}`;
      return {
        status: 200,
        body: {
          state: 'pending',
          sha: commit,
          total_count: 0,
          statuses: [],
          repository: presentMinimalRepository(call.world, repository, origin),
          commit_url: url,
          url: `${url}/status`,
        },
      };
    },
  },
];
