import {
  FailureClass,
  ProviderTask,
  StartVerdict,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Exchange } from './Exchange';
import { writeVerdict } from './writeVerdict';

/** For how long after its creation a repository may answer as if the agent were not there. */
const NEW_REPOSITORY_MS = 10 * 60_000;

/**
 * GitHub answers 404 both where the agent is off and where a repository is too new for it. Only the
 * age tells them apart; a repository that is gone was already seen by the preflight, which reads
 * it by its id (`repository_not_found`).
 */
function notFoundClass(
  exchange: Exchange,
  createdAt: number | undefined,
): FailureClass {
  const isNew =
    createdAt !== undefined && exchange.endedAt - createdAt < NEW_REPOSITORY_MS;
  return isNew ? 'not_ready' : 'not_enabled';
}

/**
 * What one start request proved. Pure: the same record always gives the same verdict.
 *
 * @param task - the task in the answer's body, when it has a readable id
 * @param repositoryCreatedAt - milliseconds since the epoch, where known
 */
export function startVerdict(
  exchange: Exchange,
  task: ProviderTask | undefined,
  repositoryCreatedAt?: number,
): StartVerdict {
  const notFound = notFoundClass(exchange, repositoryCreatedAt);
  const verdict = writeVerdict(exchange, task, notFound);
  if (verdict.kind !== 'created') return verdict;
  const { value, ...rest } = verdict;
  return { ...rest, task: value };
}
