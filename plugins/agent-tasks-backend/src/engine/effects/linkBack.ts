import { Task } from '../../domain/task/task';
import { EngineParts } from '../EngineParts';
import { credentialOf } from '../loops/credentialOf';
import { providerOf } from '../loops/providerOf';

/**
 * One comment on the pull request that leads back to the record. An unclear answer is left alone:
 * a missing link is better than two.
 */
export async function linkBack(
  parts: EngineParts,
  task: Task,
  pullRequestNumber: number,
): Promise<void> {
  const held = await credentialOf(parts, task);
  if (held.kind !== 'ready') throw new Error('No credential to comment with');
  const result = await providerOf(parts, task.providerId).decorate(
    { repository: task.repository, number: pullRequestNumber },
    `This pull request belongs to an agent task of the developer portal: ${parts.messengers.taskUrl(
      task.id,
    )}`,
    held.credential,
  );
  if (result.kind === 'notSent') throw new Error('The comment was not sent');
}
