import type {
  CreateTaskRequest,
  TaskPreview,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  keepPreviousData,
  useQuery,
  UseQueryResult,
} from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryKeys } from '../client/queryKeys';

/** Long enough that a word is typed before it is asked for. */
const PAUSE_MS = 300;

/**
 * What would happen if `body` were run now. Asks once typing has paused; meanwhile the last answer
 * stays, and `isPlaceholderData` says so.
 *
 * @param body - undefined while there is nothing to ask for
 */
export function usePreview(
  body: CreateTaskRequest | undefined,
): UseQueryResult<TaskPreview> {
  const api = useApi(agentTasksApiRef);
  const settled = useSettled(body);
  return useQuery({
    queryKey: queryKeys.preview(settled ?? {}),
    queryFn: ({ signal }) => api.tasks.preview(settled!, { signal }),
    enabled: settled !== undefined,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** The value, once it has stood still. Compared by content: a form makes new objects all the time. */
function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  const content = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(content === undefined ? undefined : JSON.parse(content));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [content]);
  return settled;
}
