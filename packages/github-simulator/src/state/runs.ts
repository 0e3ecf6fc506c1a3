import { PullRequest, Repository, Run, World } from './World';
import { nextId, nextOrdinal } from './counters';
import { copilot } from './copilot';
import { note } from './agenda';

export const checksWorkflow = { name: 'CI', path: '.github/workflows/ci.yml' };
export const checkNames = ['build', 'test'];

type NewRun = Pick<
  Run,
  'name' | 'path' | 'event' | 'headBranch' | 'headSha' | 'status' | 'actorLogin'
> &
  Partial<Pick<Run, 'taskId' | 'pullId' | 'conclusion'>>;

function addRun(
  world: World,
  repository: Repository,
  asked: NewRun,
  now: number,
): Run {
  const run: Run = {
    id: nextId(world, 'run'),
    repositoryId: repository.id,
    runNumber: nextOrdinal(world, `run ${repository.id} ${asked.path}`),
    conclusion: null,
    taskId: null,
    pullId: null,
    createdAt: now,
    updatedAt: now,
    ...asked,
  };
  world.runs[run.id] = run;
  return run;
}

/** The Actions run in which a session of the agent works; cancelling it stops the agent. */
export function startAgentRun(
  world: World,
  repository: Repository,
  taskId: string,
  branch: { name: string; sha: string },
  now: number,
): Run {
  return addRun(
    world,
    repository,
    {
      name: copilot.workflowName,
      path: copilot.workflowPath,
      event: 'dynamic',
      headBranch: branch.name,
      headSha: branch.sha,
      status: 'in_progress',
      actorLogin: copilot.login,
      taskId,
    },
    now,
  );
}

/** The checks of the pull request's newest commit. An agent's wait until a person lets them run. */
export function requestChecks(
  world: World,
  repository: Repository,
  pull: PullRequest,
  speed: number,
  now: number,
): Run {
  const waits =
    repository.workflowApproval && pull.authorLogin === copilot.login;
  const run = addRun(
    world,
    repository,
    {
      ...checksWorkflow,
      event: 'pull_request',
      headBranch: pull.headRef,
      headSha: pull.headSha,
      status: waits ? 'completed' : 'queued',
      conclusion: waits ? 'action_required' : null,
      actorLogin: pull.authorLogin,
      pullId: pull.id,
    },
    now,
  );
  if (!waits) scheduleChecks(world, run, speed, now);
  return run;
}

export function waitsForApproval(run: Run): boolean {
  return run.conclusion === 'action_required';
}

/** "Approve and run workflows". */
export function approveRun(
  world: World,
  run: Run,
  speed: number,
  now: number,
): void {
  Object.assign(run, { status: 'queued', conclusion: null, updatedAt: now });
  scheduleChecks(world, run, speed, now);
}

function scheduleChecks(world: World, run: Run, speed: number, now: number) {
  const later = (seconds: number) => now + (seconds * 1000) / speed;
  const about = { pullId: run.pullId, detail: { run: run.id } };
  note(world, { dueAt: later(8), does: 'checks_begin', ...about });
  note(world, { dueAt: later(90), does: 'checks_end', ...about });
}

export function beginChecks(world: World, run: Run, now: number): void {
  if (run.status !== 'queued') return;
  Object.assign(run, { status: 'in_progress', updatedAt: now });
  for (const name of checkNames) {
    world.checkRuns.push({
      id: nextId(world, 'checkRun'),
      repositoryId: run.repositoryId,
      runId: run.id,
      name,
      headSha: run.headSha,
      status: 'in_progress',
      conclusion: null,
      startedAt: now,
      completedAt: null,
    });
  }
}

export function endRun(
  world: World,
  run: Run,
  conclusion: 'success' | 'failure' | 'cancelled' | 'timed_out',
  now: number,
): void {
  if (run.status === 'completed') return;
  Object.assign(run, { status: 'completed', conclusion, updatedAt: now });
  const checks = world.checkRuns.filter(check => check.runId === run.id);
  checks.forEach((check, index) => {
    const isLast = index === checks.length - 1;
    check.status = 'completed';
    check.completedAt = now;
    // A broken change still builds: only its last check says so.
    if (conclusion === 'failure' && !isLast) check.conclusion = 'success';
    else check.conclusion = conclusion === 'timed_out' ? 'failure' : conclusion;
  });
}

export function runsOf(world: World, repository: Repository): Run[] {
  return Object.values(world.runs).filter(
    run => run.repositoryId === repository.id,
  );
}
