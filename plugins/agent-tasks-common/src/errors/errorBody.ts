import { AgentTasksError, Violation } from './AgentTasksError';
import { ErrorName } from './ErrorDefinition';
import { ErrorCode, errorDefinition } from './errorTable';
import { NextAction } from './nextAction';

/** @public */
export const ERRORS_DOCUMENT_URL =
  'https://github.com/agent-tasks/backstage-plugin-agent-tasks/blob/main/docs/errors.md';

/**
 * The body of an error: Backstage's shape, so that `ResponseError` keeps working, with our members
 * inside `error`, where they survive on its `cause`.
 *
 * @public
 */
export interface AgentTasksErrorBody {
  error: {
    name: ErrorName;
    message: string;
    code: ErrorCode;
    retryable: boolean;
    /** Also sent as `Retry-After`, whenever it is not null. */
    retryAfterSeconds: number | null;
    nextAction: NextAction;
    remediation: string;
    docsUrl: string;
    details: Record<string, unknown>;
    violations: Violation[];
    requestId: string;
  };
  request: { method: string; url: string };
  response: { statusCode: number };
}

/**
 * The answer for an error of ours. Takes no other error: what is unknown becomes `INTERNAL` first.
 *
 * @public
 */
export function toErrorBody(
  error: AgentTasksError,
  request: { requestId: string; method: string; url: string },
): AgentTasksErrorBody {
  const { retryable, nextAction, remediation } = errorDefinition(error.code);
  return {
    error: {
      name: error.name,
      message: error.message,
      code: error.code,
      retryable,
      retryAfterSeconds: error.retryAfterSeconds,
      nextAction,
      remediation,
      docsUrl: `${ERRORS_DOCUMENT_URL}#${error.code.toLowerCase()}`,
      details: { ...error.values, ...error.details },
      violations: error.violations,
      requestId: request.requestId,
    },
    request: { method: request.method, url: request.url },
    response: { statusCode: error.statusCode },
  };
}
