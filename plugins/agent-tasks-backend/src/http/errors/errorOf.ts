import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { FailedRequest, toldError } from '../../access/failures/toldError';
import { invalid } from '../serving/parse';

/** What a caller is told of an error. */
export function errorOf(
  error: unknown,
  request: FailedRequest,
  options: { logger: LoggerService; newId: () => string },
): AgentTasksError {
  return error instanceof URIError
    ? invalid([{ field: 'path', rule: 'format', hint: 'encoded' }])
    : toldError(error, request, options);
}
