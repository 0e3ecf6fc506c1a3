import {
  ProviderResult,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { ProviderCredential } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { GitHubClient } from '../client/GitHubClient';
import { listTasksOf, readTaskById } from '../client/taskCalls';
import { readTaskRows } from '../payload/readTask';
import { findRepository } from './findRepository';
import { readOne } from './readOne';

/** A thousand own tasks in one repository within a few minutes: more is a fault of its own. */
const MOST_PAGES = 10;

/**
 * The tasks that an unclear start may have become. The repository is found by its id, because it
 * may have been renamed since. All or nothing: a list with a gap must not look like "not there".
 */
export async function findCandidates(
  client: GitHubClient,
  where: { repositoryId: string; creatorId: string; since: number },
  credential: ProviderCredential,
): Promise<ProviderResult<ProviderTask[]>> {
  const { repositoryId: id, creatorId, since } = where;
  const { host } = credential;
  const repository = await findRepository(client, { host, id }, credential);
  if (!repository.ok) return repository;

  const ids = new Set<string>();
  for (const lane of ['live', 'archived'] as const) {
    const pages = await client.readPages(
      credential,
      listTasksOf(repository.value, creatorId, since, lane),
      ({ body, exchange }) => readTaskRows(body, exchange.endedAt),
      MOST_PAGES,
    );
    if (!pages.complete) {
      return {
        ok: false,
        failure: pages.failure ?? { failureClass: 'unknown' },
      };
    }
    for (const task of pages.items) {
      if (task.createdAt >= since) ids.add(task.id);
    }
  }

  const tasks: ProviderTask[] = [];
  for (const taskId of ids) {
    const read = await readOne(client, readTaskById(taskId), credential);
    if (read.ok) tasks.push(read.value);
    // Deleted since the list was made.
    else if (read.failure.status !== 404) return read;
  }
  tasks.sort((one, other) => one.createdAt - other.createdAt);
  return { ok: true, value: tasks };
}
