import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** An answer of the backend that says no, as the client throws it. */
export function refusal(
  status: number,
  error: {
    name?: string;
    code: string;
    message: string;
    remediation?: string;
    nextAction?: string;
    details?: Record<string, unknown>;
  },
): Promise<AgentTasksResponseError> {
  const body = {
    error: { name: 'Error', ...error },
    request: { method: 'GET', url: '/' },
    response: { statusCode: status },
  };
  return AgentTasksResponseError.fromResponse({
    ok: false,
    status,
    statusText: '',
    url: 'http://localhost/api/agent-tasks',
    redirected: false,
    type: 'default',
    headers: new Headers({ 'content-type': 'application/json' }),
    body: null,
    bodyUsed: false,
    text: async () => JSON.stringify(body),
    json: async () => body,
  } as Parameters<typeof AgentTasksResponseError.fromResponse>[0]);
}
