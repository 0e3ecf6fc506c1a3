import type { paths } from '@octokit/openapi-types';
import {
  RepositoryRef,
  StartAsk,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ChangesLane } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { aboutRepository, Call } from './Call';

/** https://docs.github.com/rest/agent-tasks/agent-tasks, public preview. */
type Paths = Pick<
  paths,
  '/agents/repos/{owner}/{repo}/tasks' | '/agents/tasks'
>;
type StartBody = NonNullable<
  Paths['/agents/repos/{owner}/{repo}/tasks']['post']['requestBody']
>['content']['application/json'];
type OwnTasksQuery = NonNullable<
  Paths['/agents/tasks']['get']['parameters']['query']
>;

export function startTask(ask: StartAsk): Call {
  const { parts, about } = aboutRepository(ask.repository);
  const body: StartBody = {
    prompt: ask.prompt,
    base_ref: ask.baseRef,
    // Left out, it opens a pull request although the contract says that the default is false.
    create_pull_request: ask.createPullRequest,
    ...(ask.model && { model: ask.model }),
    ...(ask.customAgent && { custom_agent: ask.customAgent }),
    ...(ask.headRef && { head_ref: ask.headRef }),
  };
  return {
    operation: 'start',
    route: 'POST /agents/repos/{owner}/{repo}/tasks',
    parameters: { ...parts, ...body },
    notFound: 'not_enabled',
    ...about,
  };
}

/** 404: the task is gone, or the account lost sight of it. The status tells. */
export function readTaskById(taskId: string): Call {
  return {
    operation: 'read',
    route: 'GET /agents/tasks/{task_id}',
    parameters: { task_id: taskId },
    notFound: 'unknown',
    taskId,
  };
}

/** The same, of a task that is read again and again. */
export function followTask(taskId: string): Call {
  return { ...readTaskById(taskId), follows: 'one' };
}

function query(since: number, lane: ChangesLane) {
  return {
    per_page: 100,
    direction: 'desc',
    since: new Date(since).toISOString(),
    // `false` lists only live tasks and `true` only archived ones; there is no "all".
    is_archived: lane === 'archived',
  } as const satisfies OwnTasksQuery;
}

/** Tasks of the token's account over all repositories. */
export function listOwnTasks(since: number, lane: ChangesLane): Call {
  return {
    operation: 'changes',
    route: 'GET /agents/tasks',
    parameters: { ...query(since, lane), sort: 'updated_at' },
    notFound: 'not_enabled',
    follows: 'all',
  };
}

/** Tasks of one creator in one repository; GitHub takes one creator only. */
export function listTasksOf(
  repository: RepositoryRef,
  creatorId: string,
  since: number,
  lane: ChangesLane,
): Call {
  const { parts, about } = aboutRepository(repository);
  return {
    operation: 'candidates',
    route: 'GET /agents/repos/{owner}/{repo}/tasks',
    parameters: {
      ...parts,
      ...query(since, lane),
      sort: 'created_at',
      creator_id: creatorId,
    },
    notFound: 'not_enabled',
    ...about,
  };
}
