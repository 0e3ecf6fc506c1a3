import { hasEnded, headRefOf } from '../../domain/task/taskProgress';
import { Task } from '../../domain/task/task';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { byEngine } from '../systemActor';
import { credentialOf } from '../loops/credentialOf';
import { providerOf } from '../loops/providerOf';

/** Asks the provider to stop; whether it did, only a later read tells. */
export async function stopAtProvider(
  parts: EngineParts,
  task: Task,
): Promise<void> {
  if (!task.providerTaskId || task.phase !== 'tracking' || hasEnded(task)) {
    return;
  }
  const held = await credentialOf(parts, task);
  const answer =
    held.kind === 'ready'
      ? await providerOf(parts, task.providerId).stop(
          {
            taskId: task.providerTaskId,
            repository: task.repository,
            headRef: headRefOf(task),
          },
          held.credential,
        )
      : undefined;
  await applyEvent(parts, task.id, current =>
    hasEnded(current)
      ? null
      : {
          type: 'stopTried',
          ...byEngine,
          result: answer?.ok ? answer.value : 'failed',
        },
  );
}
