import { Task } from '../../domain/task/task';
import { TaskEffect } from '../../domain/task/taskEffect';
import { EngineParts } from '../EngineParts';
import { linkBack } from './linkBack';
import { raiseAlarm } from './raiseAlarm';
import { stopAtProvider } from './stopAtProvider';

/** Performs one effect; throws when it has to be tried again. */
export async function performEffect(
  parts: EngineParts,
  task: Task,
  effect: TaskEffect,
): Promise<void> {
  const { messengers } = parts;
  switch (effect.kind) {
    case 'publish':
      return messengers.publish(task, effect);
    case 'signal':
      return messengers.signal(task, effect);
    case 'notify':
      return messengers.notify(task, effect);
    case 'markHandled':
      return messengers.markHandled(task, effect);
    case 'stop':
      return stopAtProvider(parts, task);
    case 'linkBack':
      return linkBack(parts, task, effect.pullRequestNumber);
    case 'alarm':
      return raiseAlarm(parts, task, effect);
    case 'releaseToken':
      // Only identities that hold people's own tokens order this.
      return undefined;
    default:
      return effect satisfies never;
  }
}
