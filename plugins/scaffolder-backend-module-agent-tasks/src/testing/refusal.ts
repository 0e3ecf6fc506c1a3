import {
  AgentTasksError,
  AgentTasksResponseError,
  ErrorCode,
  toErrorBody,
  Violation,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** What the client throws when the backend answers with this code. */
export async function refusal(
  code: ErrorCode,
  options: { violations?: Violation[]; retryAfterSeconds?: number } = {},
): Promise<AgentTasksResponseError> {
  const error = new AgentTasksError(code as 'TASK_NOT_FOUND', {}, options);
  const body = toErrorBody(error, { requestId: 'r1', method: 'GET', url: '/' });
  return AgentTasksResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status: error.statusCode,
      headers: { 'content-type': 'application/json' },
    }),
  );
}
