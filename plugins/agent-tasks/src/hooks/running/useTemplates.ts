import type { TemplateList } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import { useQuery, UseQueryResult } from '@tanstack/react-query';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';

/** Templates come from the catalog, which moves in minutes. */
const FRESH_MS = 60_000;

/** Every template, with whether and why not it fits the entity. */
export function useTemplates(entityRef?: string): UseQueryResult<TemplateList> {
  const api = useApi(agentTasksApiRef);
  return useQuery({
    queryKey: queryKeys.templates(entityRef),
    queryFn: ({ signal }) => api.templates({ entityRef }, { signal }),
    staleTime: FRESH_MS,
  });
}
