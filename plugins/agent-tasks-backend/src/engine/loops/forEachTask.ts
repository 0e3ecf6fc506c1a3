import { LoggerService } from '@backstage/backend-plugin-api';
import { isDatabaseOutage } from '../isDatabaseOutage';

/**
 * Works on claimed tasks side by side. One that fails does not keep the others from their turn: it
 * is logged, and its claim runs out. When all fail the fault is not theirs, and the loop backs off.
 */
export async function forEachTask(
  { logger }: { logger: LoggerService },
  loop: string,
  taskIds: readonly string[],
  work: (taskId: string) => Promise<unknown>,
): Promise<void> {
  const results = await Promise.allSettled(taskIds.map(work));
  const failed = results.flatMap((result, index) =>
    result.status === 'rejected'
      ? [{ taskId: taskIds[index], reason: result.reason as unknown }]
      : [],
  );
  for (const { taskId, reason } of failed) {
    logFailedTask(logger, { loop, taskId }, reason);
  }
  if (failed.length > 0 && failed.length === taskIds.length) {
    throw failed[0].reason;
  }
}

/** One task could not be worked on: by a fault of ours, or because the database was away. */
export function logFailedTask(
  logger: LoggerService,
  { loop, taskId }: { loop: string; taskId: string },
  reason: unknown,
): void {
  const error = reason instanceof Error ? reason.name : 'unknown';
  if (isDatabaseOutage(reason)) {
    logger.warn('A loop found no database for a task', { loop, taskId, error });
    return;
  }
  logger.error('A loop could not work on a task', {
    loop,
    taskId,
    error,
    runbook: 'docs/runbooks/loop-failed.md',
  });
}
