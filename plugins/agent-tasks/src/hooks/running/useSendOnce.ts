import type { CreateTaskRequest } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef } from '@backstage/frontend-plugin-api';
import { useCallback, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { taskRouteRef } from '../../routes';
import { useRunTask } from './useRunTask';

/**
 * Sends the request and leads to its task. A second press while the first is on its way does
 * nothing.
 *
 * @param onTaken - called before the page changes
 */
export function useSendOnce(onTaken: () => void) {
  const { mutate, reset, isPending, error } = useRunTask();
  const navigate = useNavigate();
  const taskRoute = useRouteRef(taskRouteRef);
  // The state of a press is seen only after the next rendering.
  const isUnderWay = useRef(false);

  const send = useCallback(
    (body: CreateTaskRequest) => {
      if (isUnderWay.current) return;
      isUnderWay.current = true;
      mutate(body, {
        onSuccess: task => {
          onTaken();
          const address = taskRoute?.({ id: task.id });
          if (address) navigate(address);
        },
        onSettled: () => {
          isUnderWay.current = false;
        },
      });
    },
    [mutate, navigate, onTaken, taskRoute],
  );
  return { send, isSending: isPending, error, forget: reset };
}
