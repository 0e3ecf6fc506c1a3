import {
  ProviderRepository,
  ProviderResult,
  RepositoryRef,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ProviderCredential } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Call } from '../client/Call';
import { Answer } from '../client/exchangeOnce';
import { GitHubClient } from '../client/GitHubClient';
import { getRepository, getRepositoryById } from '../client/repositoryCalls';
import { readRepository } from '../payload/readRepository';

/** Where a redirect says a renamed repository is: by its id, or by its new name. */
function movedTo(host: string, { exchange }: Answer): Call | undefined {
  const { status = 0, headers } = exchange;
  if (status < 300 || status >= 400) return undefined;
  const { location = '' } = headers;
  const id = /\/repositories\/(\d+)$/.exec(location)?.[1];
  if (id) return getRepositoryById(host, id);
  const slug = /\/repos\/([\w.-]+\/[\w.-]+)$/.exec(location)?.[1];
  return slug ? getRepository({ host, slug }) : undefined;
}

/**
 * Reads a repository. A renamed one is asked for again, once, under the name or id that the
 * redirect gives and always at the host we know: the caller sees the new slug and can check it.
 */
export async function findRepository(
  client: GitHubClient,
  where: RepositoryRef | { host: string; id: string },
  credential: ProviderCredential,
): Promise<ProviderResult<ProviderRepository>> {
  const { host } = where;
  const read = (answer: Answer) => readRepository(answer.body, host);
  if ('id' in where) {
    return client.read(credential, getRepositoryById(host, where.id), read);
  }
  const { result, answer } = await client.ask(
    credential,
    getRepository(where),
    read,
  );
  const moved = movedTo(host, answer);
  return moved ? client.read(credential, moved, read) : result;
}
