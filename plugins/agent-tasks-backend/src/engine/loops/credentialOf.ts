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

export function credentialOf(
  { credentials }: Pick<EngineParts, 'credentials'>,
  task: Task,
): Promise<CredentialResult> {
  return credentials.credential(credentialAskOf(task));
}
