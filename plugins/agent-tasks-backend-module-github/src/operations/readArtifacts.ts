import {
  ProviderPullRequest,
  ProviderResult,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  ArtifactsAsk,
  ProviderCredential,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { GitHubClient } from '../client/GitHubClient';
import { listPullRequests, pullRequestNodes } from '../client/pullRequestCalls';
import { fieldsOf, idOf, listOf } from '../payload/lenient';
import { readPullRequest } from '../payload/readPullRequest';

/** https://docs.github.com/graphql/reference/queries: `nodes` takes 100 ids. */
const BATCH = 100;

/** The pull requests of a list, as database id and global id. */
function readGlobalIds(body: unknown): [string, string][] | undefined {
  if (!Array.isArray(body)) return undefined;
  return body.flatMap((value): [string, string][] => {
    const row = fieldsOf(value);
    const databaseId = idOf(row?.id);
    const globalId = idOf(row?.node_id);
    return databaseId && globalId ? [[databaseId, globalId]] : [];
  });
}

/**
 * Finds the global ids that artifacts came without: among the pull requests of the task's branches,
 * else among the newest of the repository.
 */
async function findGlobalIds(
  client: GitHubClient,
  { repository, keys }: ArtifactsAsk,
  credential: ProviderCredential,
): Promise<ProviderResult<string[]>> {
  const unknown = new Set<string>();
  const branches: (string | undefined)[] = [];
  for (const key of keys) {
    if (key.type === 'branch') branches.push(key.headRef);
    else if (!key.globalId) unknown.add(key.databaseId);
  }
  const found: string[] = [];
  for (const branch of [...branches, undefined]) {
    if (unknown.size === 0) break;
    const listed = await client.read(
      credential,
      listPullRequests(repository, branch),
      ({ body }) => readGlobalIds(body),
    );
    if (!listed.ok) {
      const gone = listed.failure.failureClass === 'repository_not_found';
      return gone ? { ok: true, value: [] } : listed;
    }
    for (const [databaseId, globalId] of listed.value) {
      if (unknown.delete(databaseId)) found.push(globalId);
    }
  }
  return { ok: true, value: found };
}

/** Reads pull requests of any number of repositories, a hundred per request. */
export async function readArtifacts(
  client: GitHubClient,
  asks: ArtifactsAsk[],
  credential: ProviderCredential,
): Promise<ProviderResult<ProviderPullRequest[]>> {
  const ids = new Set<string>();
  for (const ask of asks) {
    for (const key of ask.keys) {
      if (key.type === 'pull_request' && key.globalId) ids.add(key.globalId);
    }
    const found = await findGlobalIds(client, ask, credential);
    if (!found.ok) return found;
    for (const id of found.value) ids.add(id);
  }

  const pullRequests: ProviderPullRequest[] = [];
  const all = [...ids];
  for (let start = 0; start < all.length; start += BATCH) {
    const batch = await client.graphql(
      credential,
      pullRequestNodes(all.slice(start, start + BATCH)),
      // A node that is gone is null, with an error beside the data of the others.
      ({ body }) => {
        const nodes = fieldsOf(fieldsOf(body)?.data)?.nodes;
        return Array.isArray(nodes) ? listOf(nodes) : undefined;
      },
    );
    if (!batch.ok) return batch;
    pullRequests.push(
      ...batch.value
        .map(readPullRequest)
        .filter(pullRequest => pullRequest !== undefined),
    );
  }
  return { ok: true, value: pullRequests };
}
