import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { TaskQueries } from '../../store/TaskQueries';
import { TaskStore } from '../../store/TaskStore';
import { QueuePlaces } from './QueuePlaces';

/** Sooner, a caller would only come again in vain; later, another one would take the place. */
const SOONEST_S = 30;
const LATEST_S = 3_600;

/** No place is left, and when the next one is likely to be. */
export async function queueFull(
  {
    queries,
    store,
  }: {
    queries: Pick<TaskQueries, 'queue' | 'lastRuns'>;
    store: Pick<TaskStore, 'now' | 'templateVersion'>;
  },
  limit: number,
): Promise<AgentTasksError> {
  const queue = await new QueuePlaces(queries, store).all(await store.now());
  const starts = queue.flatMap(({ place }) =>
    place === null ? SOONEST_S : place.startsInSeconds ?? [],
  );
  // Under a freeze nobody can reckon; then the code's own time stands.
  const next =
    starts.length === 0
      ? {}
      : {
          retryAfterSeconds: Math.min(
            LATEST_S,
            Math.max(SOONEST_S, Math.min(...starts)),
          ),
        };
  return new AgentTasksError('QUEUE_FULL', { limit }, next);
}
