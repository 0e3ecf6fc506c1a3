import {
  CredentialAsk,
  CredentialResult,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Task } from '../../domain/task/task';
import { EngineParts } from '../EngineParts';

/** Whose token acts for a task. Never another identity's than the one it was allowed with. */
export function credentialAskOf(task: Task): CredentialAsk {
  return {
    identityId: task.identity.id,
    host: task.repository.host,
    ...(task.identity.type === 'requester'
      ? { userEntityRef: task.requester.ref }
      : {}),
  };
}

/** Names the task as well, so that the one line that a provider logs of a write can be found by it. */
export async function credentialOf(
  { credentials }: Pick<EngineParts, 'credentials'>,
  task: Task,
): Promise<CredentialResult> {
  const held = await credentials.credential(credentialAskOf(task));
  return held.kind === 'ready'
    ? { ...held, credential: { ...held.credential, forTask: task.id } }
    : held;
}
