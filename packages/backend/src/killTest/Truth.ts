import { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { JournalEntry, OracleTask } from '@agent-tasks/github-simulator';
import { Scene } from './Scene';

/** What has really happened, as GitHub, the portal and the askers each know it. */
export interface Truth {
  /** Every task GitHub created, whatever the portal heard of it. */
  created: OracleTask[];
  /** Every start request that reached GitHub. */
  starts: JournalEntry[];
  /** Every task of the portal, read through its API. */
  tasks: Pick<
    Task,
    'id' | 'phase' | 'repository' | 'provider' | 'attentionReason'
  >[];
  /** The tasks each Idempotency-Key was answered with. */
  answers: ReadonlyMap<string, ReadonlySet<string>>;
}

const START_PATH = /\/agents\/repos\/[^/]+\/[^/]+\/tasks$/;

export async function askForTruth(
  { github, apis }: Scene,
  answers: Truth['answers'],
): Promise<Truth> {
  const { entries } = github.control.requests();
  const tasks: Truth['tasks'] = [];
  let cursor: string | undefined;
  do {
    const page = await apis[0].tasks.list({ limit: 100, cursor });
    for (const { id } of page.items) tasks.push(await apis[0].tasks.get(id));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return {
    created: github.control.tasks().tasks,
    // By the path: the journal closes before it knows the operation where the sender died.
    starts: entries.filter(
      ({ method, path }) => method === 'POST' && START_PATH.test(path),
    ),
    tasks,
    answers,
  };
}
