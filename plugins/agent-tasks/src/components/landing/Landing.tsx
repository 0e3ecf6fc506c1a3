import type { Inbox } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Progress, useRouteRef } from '@backstage/frontend-plugin-api';
import { Navigate } from 'react-router-dom';
import { useInbox } from '../../hooks/inbox/useInbox';
import { useInboxView } from '../../hooks/inbox/useInboxView';
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
  const [view] = useInboxView();
  const team = useInbox({ scope: 'team' });
  const mine = useInbox({ scope: 'mine' });
  const hasFailed = team.isError || mine.isError;
  if (!hasFailed && !(team.data && mine.data)) return <Progress />;
  const waits = { team: doesWait(team.data), mine: doesWait(mine.data) };
  const address = inbox?.() ?? 'inbox';
  // Where it failed, the inbox says why.
  if (waits[view] || hasFailed) return <Navigate to={address} replace />;
  const other = view === 'team' ? 'mine' : 'team';
  // The view that would open has nothing: the one that has is opened.
  const to = waits[other] ? `${address}?scope=${other}` : tasks?.() ?? address;
  return <Navigate to={to} replace />;
}

function doesWait(inbox: Inbox | undefined): boolean {
  return inbox?.groups.some(({ count }) => count > 0) ?? false;
}
