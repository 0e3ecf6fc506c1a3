import type { Inbox } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes, useLocation } from 'react-router-dom';
import { agentTasksApiRef } from '../../api/agentTasksApiRef';
import { queryClient } from '../../hooks/client/queryClient';
import { inboxRouteRef, tasksRouteRef } from '../../routes';
import { fakeAgentTasksApi } from '../../testing/fakeAgentTasksApi';
import { refusal } from '../../testing/refusal';
import { Landing } from './Landing';

const nothing: Inbox = { groups: [], snoozed: { count: 0, items: [] } };
const something: Inbox = {
  ...nothing,
  groups: [{ attention: 'question', count: 2, oldestAt: null, items: [] }],
};

function renderLanding(
  answer: (scope: string | undefined) => Promise<Inbox> | Inbox,
) {
  const api = fakeAgentTasksApi({
    inbox: async query => answer(query?.scope),
  });
  renderInTestApp(
    <Routes>
      <Route path="/agent-tasks" element={<Landing />} />
      <Route path="*" element={<Address />} />
    </Routes>,
    {
      apis: [
        [agentTasksApiRef, api],
        mockApis.identity({ userEntityRef: 'user:default/ana' }),
      ],
      mountedRoutes: {
        '/agent-tasks/inbox': inboxRouteRef,
        '/agent-tasks/tasks': tasksRouteRef,
      },
      initialRouteEntries: ['/agent-tasks'],
    },
  );
}

function Address() {
  const { pathname, search } = useLocation();
  return <output title={search}>{pathname}</output>;
}

afterEach(() => queryClient.clear());

describe('the address of agent tasks alone', () => {
  it.each([
    ['mine', '?scope=mine'],
    ['team', ''],
  ])(
    'leads to the inbox when something waits in %s, and opens that view',
    async (waiting, search) => {
      renderLanding(scope => (scope === waiting ? something : nothing));
      const address = await screen.findByText('/agent-tasks/inbox');
      expect(address).toBeVisible();
      expect(address).toHaveAttribute('title', search);
    },
  );

  it('leads to all tasks when nothing waits', async () => {
    renderLanding(() => nothing);
    expect(await screen.findByText('/agent-tasks/tasks')).toBeVisible();
  });

  it('leads to the inbox where nobody knows, which says why', async () => {
    const error = await refusal(403, {
      code: 'PERMISSION_DENIED',
      message: 'You may not do this.',
      nextAction: 'request_access',
    });
    renderLanding(() => Promise.reject(error));
    expect(await screen.findByText('/agent-tasks/inbox')).toBeVisible();
  });
});
