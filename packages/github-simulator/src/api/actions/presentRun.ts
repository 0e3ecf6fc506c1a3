import {
  CheckRun,
  PullRequest,
  Repository,
  Run,
  World,
} from '../../state/World';
import { nodeId } from '../../state/nodeId';
import { slugOf } from '../../state/repositories';
import { isoTime, isoTimeOrNull } from '../isoTime';
import { presentMinimalRepository } from '../repositories/presentRepository';
import { presentActor } from '../users/presentUser';

function pullOf(world: World, run: Run): PullRequest | undefined {
  const id =
    run.pullId ?? (run.taskId ? world.tasks[run.taskId]?.pullId : null);
  return id ? world.pulls[id] : undefined;
}

function presentMinimalPull(
  repository: Repository,
  pull: PullRequest,
  origin: string,
) {
  const url = `${origin}/api/v3/repos/${slugOf(repository)}`;
  const repo = { id: repository.id, url, name: repository.name };
  return {
    id: pull.id,
    number: pull.number,
    url: `${url}/pulls/${pull.number}`,
    head: { ref: pull.headRef, sha: pull.headSha, repo },
    base: { ref: pull.baseRef, sha: pull.baseSha, repo },
  };
}

/** One number per workflow file, so that runs of one workflow share it. */
function workflowId(run: Run): number {
  return run.path.startsWith('dynamic/') ? 138_204_415 : 94_602_871;
}

export function presentRun(
  world: World,
  repository: Repository,
  run: Run,
  origin: string,
) {
  const slug = slugOf(repository);
  const url = `${origin}/api/v3/repos/${slug}/actions/runs/${run.id}`;
  const pull = pullOf(world, run);
  const repo = presentMinimalRepository(world, repository, origin);
  const actor = presentActor(world, run.actorLogin, origin);
  const writer = {
    name: run.actorLogin,
    email: `${run.actorLogin}@users.noreply.example`,
  };
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WorkflowRun', run.id),
    head_branch: run.headBranch,
    head_sha: run.headSha,
    path: run.path,
    display_title: pull?.title ?? run.name,
    run_number: run.runNumber,
    run_attempt: 1,
    event: run.event,
    status: run.status,
    conclusion: run.conclusion,
    workflow_id: workflowId(run),
    url,
    html_url: `${origin}/${slug}/actions/runs/${run.id}`,
    pull_requests: pull ? [presentMinimalPull(repository, pull, origin)] : [],
    created_at: isoTime(run.createdAt),
    updated_at: isoTime(run.updatedAt),
    run_started_at: isoTime(run.createdAt),
    actor,
    triggering_actor: actor,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${origin}/api/v3/repos/${slug}/check-suites/${run.id}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${origin}/api/v3/repos/${slug}/actions/workflows/${workflowId(
      run,
    )}`,
    head_commit: {
      id: run.headSha,
      tree_id: run.headSha,
      message: pull?.title ?? run.name,
      timestamp: isoTime(run.createdAt),
      author: writer,
      committer: writer,
    },
    repository: repo,
    head_repository: repo,
  };
}

export function presentCheckRun(
  world: World,
  repository: Repository,
  check: CheckRun,
  origin: string,
) {
  const slug = slugOf(repository);
  const url = `${origin}/api/v3/repos/${slug}/check-runs/${check.id}`;
  const run = world.runs[check.runId];
  const pull = run && pullOf(world, run);
  const html = `${origin}/${slug}/actions/runs/${check.runId}/job/${check.id}`;
  return {
    id: check.id,
    name: check.name,
    node_id: nodeId('CheckRun', check.id),
    head_sha: check.headSha,
    external_id: String(check.id),
    url,
    html_url: html,
    details_url: html,
    status: check.status,
    conclusion: check.conclusion,
    started_at: isoTime(check.startedAt),
    completed_at: isoTimeOrNull(check.completedAt),
    output: {
      title: null,
      summary: null,
      text: null,
      annotations_count: 0,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: check.runId },
    app: null,
    pull_requests: pull ? [presentMinimalPull(repository, pull, origin)] : [],
  };
}
