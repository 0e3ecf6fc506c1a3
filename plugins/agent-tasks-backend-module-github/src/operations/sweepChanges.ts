import {
  ProviderResult,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  Changes,
  ChangesLane,
  ProviderCredential,
  TaskHint,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { GitHubClient } from '../client/GitHubClient';
import { listOwnTasks } from '../client/taskCalls';
import { known } from '../payload/lenient';
import { readTaskRows } from '../payload/readTask';

/** 10,000 changed tasks per lane: a bound against lists without an end, not a limit of ours. */
const MOST_PAGES = 100;

function hintOf(task: ProviderTask, lane: ChangesLane): TaskHint {
  return known({
    taskId: task.id,
    state: task.state,
    updatedAt: task.updatedAt,
    sessionCount: task.sessionCount,
    repositoryId: task.repositoryId,
    archived: lane === 'archived',
  });
}

/**
 * Lists what changed since a time, newest first. A task that changes while we page jumps to the
 * front, behind our back, and is left to the next sweep; in the other direction it would let an
 * unchanged task slip from a page not yet read to one already read, and nobody would look again.
 */
export async function sweepChanges(
  client: GitHubClient,
  since: number,
  lanes: readonly ChangesLane[],
  credential: ProviderCredential,
): Promise<ProviderResult<Changes>> {
  const hints = new Map<string, TaskHint>();
  let complete = true;
  for (const lane of lanes) {
    const pages = await client.readPages(
      credential,
      listOwnTasks(since, lane),
      ({ body, exchange }) => readTaskRows(body, exchange.endedAt),
      MOST_PAGES,
    );
    const nothing = hints.size === 0 && pages.items.length === 0;
    if (pages.failure && nothing) {
      return { ok: false, failure: pages.failure };
    }
    complete &&= pages.complete;
    for (const task of pages.items) {
      if (!hints.has(task.id)) hints.set(task.id, hintOf(task, lane));
    }
  }
  return { ok: true, value: { hints: [...hints.values()], complete } };
}
