import { Progress, useRouteRef } from '@backstage/frontend-plugin-api';
import { Navigate } from 'react-router-dom';
import { useInbox } from '../../hooks/inbox/useInbox';
import { inboxRouteRef, tasksRouteRef } from '../../routes';
import { AgentTasksFrame } from '../frame/AgentTasksFrame';

/** Leads to the inbox, or to all tasks when nothing waits for the person or their teams. */
export function Landing() {
  return (
    <AgentTasksFrame>
      <Leading />
    </AgentTasksFrame>
  );
}

function Leading() {
  const inbox = useRouteRef(inboxRouteRef);
  const tasks = useRouteRef(tasksRouteRef);
  const { data, isError } = useInbox({ scope: 'team' });
  const mine = useInbox({ scope: 'mine' });
  const isKnown = (data && mine.data) || isError || mine.isError;
  if (!isKnown) return <Progress />;
  const waiting = [data, mine.data].some(one =>
    one?.groups.some(({ count }) => count > 0),
  );
  // Where it failed, the inbox says why.
  const to = waiting || isError || mine.isError ? inbox?.() : tasks?.();
  return <Navigate to={to ?? 'inbox'} replace />;
}
