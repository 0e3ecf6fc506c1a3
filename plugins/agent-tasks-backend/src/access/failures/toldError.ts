import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { LoggerService } from '@backstage/backend-plugin-api';
import { isDatabaseOutage } from '../../engine/isDatabaseOutage';

export interface FailedRequest {
  requestId: string;
  /** Of HTTP, or the name of a tool. */
  method: string;
}

/**
 * What a caller is told of an error. One that is not ours may quote a prompt, a statement or the
 * provider, so nothing of it is told on: not in the answer, and to the log only its kind and where
 * it was thrown.
 */
export function toldError(
  error: unknown,
  { requestId, method }: FailedRequest,
  { logger, newId }: { logger: LoggerService; newId: () => string },
): AgentTasksError {
  if (error instanceof AgentTasksError) return error;
  const about = { requestId, method, ...kindOf(error) };
  if (isDatabaseOutage(error)) {
    logger.warn('A request found no database', about);
    return new AgentTasksError('DATABASE_UNAVAILABLE', {}, { cause: error });
  }
  const logId = newId();
  logger.error('A request failed', { logId, ...about });
  return new AgentTasksError('INTERNAL', { logId }, { cause: error });
}

function kindOf(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code } = error as { code?: unknown };
  const frames = (error.stack ?? '')
    .split('\n')
    .filter(line => /^\s+at /.test(line))
    .slice(0, 8)
    .map(line => line.trim());
  return {
    error: error.name,
    ...(typeof code === 'string' ? { code } : {}),
    at: frames.join(' | '),
  };
}
