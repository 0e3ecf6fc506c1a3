import type { AgentTasksApi } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { ReactElement } from 'react';
import { agentTasksApiRef } from '../api/agentTasksApiRef';
import { tasksRouteRef } from '../routes';

/** Renders as Ana sees it, with the routes that our pages link to. */
export function renderInPortal(
  element: ReactElement,
  options: { api: AgentTasksApi; path?: string },
) {
  return renderInTestApp(element, {
    apis: [
      [agentTasksApiRef, options.api],
      mockApis.identity({ userEntityRef: 'user:default/ana' }),
    ],
    mountedRoutes: {
      '/agent-tasks/tasks': tasksRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
    initialRouteEntries: [options.path ?? '/'],
  });
}
