import { isoTime, isoTimeOrNull } from '../api/isoTime';
import { nodeId } from '../state/nodeId';
import { repositoryById, slugOf } from '../state/repositories';
import { CheckRun, PullRequest, Run } from '../state/World';
import { Asker } from './Asker';
import { connection } from './connection';
import { databaseId } from './databaseId';
import { Node } from './Node';

const actionsApp = {
  __typename: 'App',
  id: 'A_kwMTUzNjg',
  databaseId: 15368,
  name: 'GitHub Actions',
  slug: 'github-actions',
};

function word(value: string | null): string | null {
  return value === null ? null : value.toUpperCase();
}

function slugOfRepository({ world }: Asker, id: number): string {
  const repository = repositoryById(world, id);
  return repository ? slugOf(repository) : '';
}

export function checkRunNode(asker: Asker, check: CheckRun): Node {
  const { world, origin } = asker;
  const slug = slugOfRepository(asker, check.repositoryId);
  const path = `/${slug}/actions/runs/${check.runId}/job/${check.id}`;
  const run = world.runs[check.runId];
  return {
    __typename: 'CheckRun',
    id: nodeId('CheckRun', check.id),
    databaseId: databaseId(check.id),
    name: check.name,
    status: word(check.status),
    conclusion: word(check.conclusion),
    startedAt: isoTime(check.startedAt),
    completedAt: isoTimeOrNull(check.completedAt),
    url: origin + path,
    resourcePath: path,
    permalink: origin + path,
    detailsUrl: origin + path,
    title: null,
    summary: null,
    text: null,
    isRequired: false,
    checkSuite: () => (run ? checkSuiteNode(asker, run) : null),
  };
}

export function workflowRunNode(asker: Asker, run: Run): Node {
  const slug = slugOfRepository(asker, run.repositoryId);
  const path = `/${slug}/actions/runs/${run.id}`;
  return {
    __typename: 'WorkflowRun',
    id: nodeId('WorkflowRun', run.id),
    databaseId: databaseId(run.id),
    runNumber: run.runNumber,
    event: run.event,
    url: asker.origin + path,
    resourcePath: path,
    workflow: { name: run.name, resourcePath: `/${slug}/blob/${run.path}` },
    createdAt: isoTime(run.createdAt),
    updatedAt: isoTime(run.updatedAt),
    checkSuite: () => checkSuiteNode(asker, run),
  };
}

/** The suite of a workflow's run. One that waits for a person says ACTION_REQUIRED and has no checks yet. */
function checkSuiteNode(asker: Asker, run: Run): Node {
  const checks = asker.world.checkRuns.filter(one => one.runId === run.id);
  return {
    __typename: 'CheckSuite',
    id: `CS_kw${Buffer.from(String(run.id)).toString('base64url')}`,
    databaseId: databaseId(run.id),
    status: word(run.status),
    conclusion: word(run.conclusion),
    app: actionsApp,
    branch: { name: run.headBranch },
    createdAt: isoTime(run.createdAt),
    updatedAt: isoTime(run.updatedAt),
    workflowRun: () => workflowRunNode(asker, run),
    checkRuns: connection(() => checks.map(one => checkRunNode(asker, one))),
  };
}

function rollUp(checks: CheckRun[]): 'PENDING' | 'SUCCESS' | 'FAILURE' {
  const ended = checks.filter(check => check.status === 'completed');
  if (ended.some(check => check.conclusion !== 'success')) return 'FAILURE';
  return ended.length < checks.length ? 'PENDING' : 'SUCCESS';
}

/** The newest commit of a pull request, with what the checks say of it. */
export function headCommitNode(asker: Asker, pull: PullRequest): Node {
  const { world, origin } = asker;
  const slug = slugOfRepository(asker, pull.repositoryId);
  const ofHead = (one: { repositoryId: number; headSha: string }) =>
    one.repositoryId === pull.repositoryId && one.headSha === pull.headSha;
  const checks = world.checkRuns.filter(ofHead);
  const runs = Object.values(world.runs).filter(ofHead);
  const path = `/${slug}/commit/${pull.headSha}`;
  return {
    __typename: 'Commit',
    id: `C_kw${Buffer.from(pull.headSha).toString('base64url')}`,
    oid: pull.headSha,
    abbreviatedOid: pull.headSha.slice(0, 7),
    message: pull.title,
    messageHeadline: pull.title,
    url: origin + path,
    resourcePath: path,
    committedDate: isoTime(pull.updatedAt),
    status: null,
    statusCheckRollup:
      checks.length === 0
        ? null
        : {
            __typename: 'StatusCheckRollup',
            id: `SCR_kw${Buffer.from(pull.headSha).toString('base64url')}`,
            state: rollUp(checks),
            contexts: connection(() =>
              checks.map(check => checkRunNode(asker, check)),
            ),
          },
    checkSuites: connection(() => runs.map(run => checkSuiteNode(asker, run))),
  };
}
