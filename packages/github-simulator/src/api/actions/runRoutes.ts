import { Repository, Run } from '../../state/World';
import { accountById } from '../../state/accounts';
import { copilot } from '../../state/copilot';
import { approveRun, endRun, runsOf, waitsForApproval } from '../../state/runs';
import { stopTask } from '../../agents/orderTask';
import { requirePermission, visibleRepository } from '../access';
import { GitHubError, notFound } from '../GitHubError';
import { paginate } from '../paging';
import { Call, Route } from '../Route';
import { presentRun } from './presentRun';

function visibleRun(call: Call): { repository: Repository; run: Run } {
  const repository = visibleRepository(call);
  const run = call.world.runs[call.params.run_id];
  if (!run || run.repositoryId !== repository.id) throw notFound();
  return { repository, run };
}

function selectRuns({ query, world }: Call, repository: Repository): Run[] {
  const { branch, status, event, actor, head_sha: headSha } = query;
  return runsOf(world, repository)
    .filter(
      run =>
        (branch === undefined || run.headBranch === branch) &&
        (event === undefined || run.event === event) &&
        (actor === undefined || run.actorLogin === actor) &&
        (headSha === undefined || run.headSha === headSha) &&
        // GitHub's one filter covers both words of a run.
        (status === undefined ||
          run.status === status ||
          run.conclusion === status),
    )
    .sort((one, other) => other.createdAt - one.createdAt || other.id - one.id);
}

/** Whoever started the agent cannot also wave its workflows through. */
function startedBy({ world }: Call, run: Run): string | undefined {
  const pull = run.pullId === null ? undefined : world.pulls[run.pullId];
  const task = pull?.taskId ? world.tasks[pull.taskId] : undefined;
  return task && accountById(world, task.creatorId)?.login;
}

export const runRoutes: Route[] = [
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/runs',
    answer: call => {
      const repository = visibleRepository(call);
      const runs = selectRuns(call, repository);
      const page = paginate(runs, call);
      return {
        status: 200,
        headers: page.headers,
        body: {
          total_count: runs.length,
          workflow_runs: page.items.map(run =>
            presentRun(call.world, repository, run, call.simulator.origin),
          ),
        },
      };
    },
  },
  {
    method: 'GET',
    path: '/repos/{owner}/{repo}/actions/runs/{run_id}',
    answer: call => {
      const { repository, run } = visibleRun(call);
      return {
        status: 200,
        body: presentRun(call.world, repository, run, call.simulator.origin),
      };
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/actions/runs/{run_id}/cancel',
    answer: call => {
      const { world, simulator, now } = call;
      const { repository, run } = visibleRun(call);
      requirePermission(call, repository, 'write');
      if (run.status === 'completed') {
        throw new GitHubError(
          409,
          'Cannot cancel a workflow run that is completed.',
        );
      }
      const task = run.taskId ? world.tasks[run.taskId] : undefined;
      if (task && run.path === copilot.workflowPath) {
        stopTask(world, simulator.settings, task, now);
      } else {
        endRun(world, run, 'cancelled', now);
      }
      return { status: 202, body: {} };
    },
  },
  {
    method: 'POST',
    path: '/repos/{owner}/{repo}/actions/runs/{run_id}/approve',
    answer: call => {
      const { repository, run } = visibleRun(call);
      requirePermission(call, repository, 'write');
      if (!waitsForApproval(run)) {
        throw new GitHubError(403, 'This run does not wait for an approval.');
      }
      if (startedBy(call, run) === call.viewer.login) {
        throw new GitHubError(
          403,
          'The person who asked Copilot for this work cannot approve its workflows.',
        );
      }
      approveRun(call.world, run, call.simulator.settings.speed, call.now);
      return { status: 201, body: {} };
    },
  },
];
