import { StopAsk } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { aboutRepository, Call } from './Call';

/** The newest runs of a branch; a task has one run per session, so one page holds them. */
export function listRunsOf(ask: StopAsk, branch: string): Call {
  const { parts, about } = aboutRepository(ask.repository);
  return {
    operation: 'stop',
    route: 'GET /repos/{owner}/{repo}/actions/runs',
    parameters: { ...parts, branch, per_page: 100 },
    notFound: 'permission_denied',
    taskId: ask.taskId,
    ...about,
  };
}

export function cancelRun(ask: StopAsk, runId: string): Call {
  const { parts, about } = aboutRepository(ask.repository);
  return {
    operation: 'stop',
    route: 'POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel',
    parameters: { ...parts, run_id: runId },
    notFound: 'permission_denied',
    taskId: ask.taskId,
    ...about,
  };
}
