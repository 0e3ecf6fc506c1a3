import { createFrontendPlugin } from '@backstage/frontend-plugin-api';
import { RiRobot2Line } from '@remixicon/react';
import { agentTasksApi } from './extensions/api';
import {
  entityContent,
  entitySummaryCard,
  runIconLink,
} from './extensions/entity';
import { inboxWidget } from './extensions/home';
import { agentTasksPage, inboxPage, tasksPage } from './extensions/page';
import {
  catalogRouteRef,
  entityContentRouteRef,
  inboxRouteRef,
  rootRouteRef,
  taskRouteRef,
  tasksRouteRef,
} from './routes';

/**
 * The pages of Agent Tasks, for the new frontend system.
 *
 * @public
 */
export const agentTasksPlugin = createFrontendPlugin({
  pluginId: 'agent-tasks',
  title: 'Agent tasks',
  icon: <RiRobot2Line />,
  info: { packageJson: () => import('../package.json') },
  routes: {
    root: rootRouteRef,
    inbox: inboxRouteRef,
    tasks: tasksRouteRef,
    task: taskRouteRef,
    entityContent: entityContentRouteRef,
  },
  externalRoutes: { catalog: catalogRouteRef },
  extensions: [
    agentTasksApi,
    agentTasksPage,
    inboxPage,
    tasksPage,
    entityContent,
    entitySummaryCard,
    runIconLink,
    inboxWidget,
  ],
});
