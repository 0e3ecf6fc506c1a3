import {
  ProviderResult,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ProviderCredential } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Call } from '../client/Call';
import { GitHubClient } from '../client/GitHubClient';
import { readTask } from '../payload/readTask';

/** Reads one task in full. */
export function readOne(
  client: GitHubClient,
  call: Call,
  credential: ProviderCredential,
): Promise<ProviderResult<ProviderTask>> {
  return client.read(credential, call, ({ body, exchange }) =>
    readTask(body, exchange.endedAt),
  );
}
