import {
  coreExtensionData,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import { inboxRouteRef, rootRouteRef, tasksRouteRef } from '../routes';
import { LandingSwitch } from './LandingSwitch';

/** `page:agent-tasks`: the tabs are drawn by the framework, one per sub-page. */
export const agentTasksPage = PageBlueprint.makeWithOverrides({
  *factory(originalFactory, { config }) {
    const page = originalFactory({
      path: config.path ?? '/agent-tasks',
      title: config.title ?? 'Agent tasks',
      routeRef: rootRouteRef,
    });
    for (const data of page) {
      if (data.id !== coreExtensionData.reactElement.id) yield data;
    }
    yield coreExtensionData.reactElement(
      <LandingSwitch>{page.get(coreExtensionData.reactElement)}</LandingSwitch>,
    );
  },
});

/** `sub-page:agent-tasks/inbox` */
export const inboxPage = SubPageBlueprint.make({
  name: 'inbox',
  params: {
    path: 'inbox',
    title: 'Inbox',
    routeRef: inboxRouteRef,
    loader: () =>
      import('../components/inbox').then(({ InboxPage }) => <InboxPage />),
  },
});

/** `sub-page:agent-tasks/tasks`, with the page of one task at `tasks/:id`. */
export const tasksPage = SubPageBlueprint.make({
  name: 'tasks',
  params: {
    path: 'tasks',
    title: 'All tasks',
    routeRef: tasksRouteRef,
    loader: () => import('./TasksPage').then(({ TasksPage }) => <TasksPage />),
  },
});
