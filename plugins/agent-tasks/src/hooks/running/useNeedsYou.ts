import type {
  TaskList,
  TaskListItem,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { useQuery } from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';
import { useLiveInterval } from '../live/useLiveInterval';

const ATTENTIONS: NonNullable<TaskListItem['attention']>[] = [
  'question',
  'approval',
  'review',
  'failure',
  'blocked',
  'unconfirmed',
];

/**
 * How many tasks of an entity wait for the person who is signed in, or for a group of theirs and
 * nobody in particular; undefined until that is known.
 *
 * @param firstPage - of all tasks of the entity; another request is needed only where there is more
 */
export function useNeedsYou(
  entityRef: string,
  firstPage: TaskList | undefined,
): number | undefined {
  const api = useApi(agentTasksApiRef);
  const identity = useApi(identityApiRef);
  const refetchInterval = useLiveInterval();
  const hasMore = firstPage?.nextCursor !== undefined;
  const query = { entityRef: [entityRef], attention: ATTENTIONS, limit: 100 };
  const { data: rest } = useQuery({
    queryKey: [...queryKeys.tasks.all, 'needs-you', query],
    queryFn: ({ signal }) => api.tasks.list(query, { signal }),
    enabled: hasMore,
    refetchInterval,
  });
  const { data: me } = useQuery({
    queryKey: ['agent-tasks', 'myself'],
    queryFn: () => identity.getBackstageIdentity(),
    staleTime: Infinity,
  });
  const tasks = hasMore ? rest : firstPage;
  if (!me || !tasks) return undefined;
  const mine = [me.userEntityRef, ...me.ownershipEntityRefs];
  return tasks.items.filter(task => waitsFor(task, me.userEntityRef, mine))
    .length;
}

function waitsFor(task: TaskListItem, me: string, mine: string[]): boolean {
  const { attention, assignee, routedTo, snoozedUntil } = task;
  if (attention === null) return false;
  if (snoozedUntil !== null && Date.parse(snoozedUntil) > Date.now()) {
    return false;
  }
  return assignee === null
    ? routedTo.some(ref => mine.includes(ref))
    : assignee === me;
}
