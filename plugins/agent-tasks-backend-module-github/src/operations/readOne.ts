import {
  ProviderResult,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ProviderCredential } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { GitHubClient } from '../client/GitHubClient';
import { readTaskById } from '../client/taskCalls';
import { readTask } from '../payload/readTask';

/** Reads one task in full. */
export function readOne(
  client: GitHubClient,
  taskId: string,
  credential: ProviderCredential,
): Promise<ProviderResult<ProviderTask>> {
  return client.read(credential, readTaskById(taskId), ({ body, exchange }) =>
    readTask(body, exchange.endedAt),
  );
}
