import type {
  Inbox,
  InboxQuery,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery, UseQueryResult } from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';
import { useLiveInterval } from '../live/useLiveInterval';

/** What waits for the person, or for their teams. */
export function useInbox(query: InboxQuery): UseQueryResult<Inbox> {
  const api = useApi(agentTasksApiRef);
  const refetchInterval = useLiveInterval();
  return useQuery({
    queryKey: queryKeys.inbox.of(query),
    queryFn: ({ signal }) => api.inbox(query, { signal }),
    refetchInterval,
  });
}
