import { PullRequest, Run, World } from '../state/World';
import { accountById } from '../state/accounts';
import { addReview, closePull, mergePull, reopenPull } from '../state/pulls';
import { repositoryById } from '../state/repositories';
import {
  approveRun,
  beginChecks,
  checksWorkflow,
  endRun,
  waitsForApproval,
} from '../state/runs';
import { PullOrder } from './orders';

/** Somebody who may write and did not start the agent, so that what they do counts. */
export function reviewerOf(world: World, pull: PullRequest): string {
  const repository = repositoryById(world, pull.repositoryId);
  const task = pull.taskId ? world.tasks[pull.taskId] : undefined;
  const starter = task && accountById(world, task.creatorId)?.login;
  const writers = Object.entries(repository?.collaborators ?? {}).filter(
    ([login, permission]) =>
      ['write', 'maintain', 'admin'].includes(permission) && login !== starter,
  );
  return writers[0]?.[0] ?? starter ?? 'ghost';
}

function checkRunsOf(world: World, pull: PullRequest): Run[] {
  return Object.values(world.runs).filter(
    run =>
      run.pullId === pull.id &&
      run.path === checksWorkflow.path &&
      run.headSha === pull.headSha,
  );
}

function endChecks(
  world: World,
  pull: PullRequest,
  passed: boolean,
  now: number,
) {
  for (const run of checkRunsOf(world, pull)) {
    if (waitsForApproval(run))
      Object.assign(run, { status: 'queued', conclusion: null });
    beginChecks(world, run, now);
    endRun(world, run, passed ? 'success' : 'failure', now);
  }
}

/** Does to a pull request what a person would do on its page. */
export function orderPull(
  world: World,
  speed: number,
  pull: PullRequest,
  order: PullOrder,
  now: number,
): void {
  const authorLogin = order.login ?? reviewerOf(world, pull);
  const review = (state: 'APPROVED' | 'CHANGES_REQUESTED', body: string) =>
    addReview(
      world,
      pull,
      { authorLogin, state, body: order.body ?? body },
      now,
    );
  switch (order.do) {
    case 'merge':
      mergePull(world, pull, authorLogin, now);
      break;
    case 'close':
      closePull(pull, now);
      break;
    case 'reopen':
      reopenPull(pull, now);
      break;
    case 'ready':
      Object.assign(pull, { draft: false, updatedAt: now });
      break;
    case 'approve':
      review('APPROVED', '');
      break;
    case 'request_changes':
      review('CHANGES_REQUESTED', 'Please have another look.');
      break;
    case 'run_checks':
      for (const run of checkRunsOf(world, pull).filter(waitsForApproval)) {
        approveRun(world, run, speed, now);
      }
      break;
    case 'conflict':
      Object.assign(pull, { mergeable: false, updatedAt: now });
      break;
    default:
      endChecks(world, pull, order.do === 'pass_checks', now);
  }
}
