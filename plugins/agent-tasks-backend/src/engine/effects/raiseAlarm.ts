import { Task } from '../../domain/task/task';
import { TaskEffect } from '../../domain/task/taskEffect';
import { EngineParts } from '../EngineParts';

/** Tells operators what must not happen: counted, and one ERROR line that names its runbook. */
export async function raiseAlarm(
  { meter, logger }: EngineParts,
  task: Task,
  { code }: Extract<TaskEffect, { kind: 'alarm' }>,
): Promise<void> {
  meter.alarm(code);
  logger.error('An agent task needs an operator', {
    taskId: task.id,
    repository: task.repository.slug,
    identity: task.identity.id,
    alarm: code,
    runbook: `docs/runbooks/${code.replaceAll('_', '-')}.md`,
  });
}
