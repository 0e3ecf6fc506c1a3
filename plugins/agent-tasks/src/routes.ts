import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/frontend-plugin-api';

/** `/agent-tasks` */
export const rootRouteRef = createRouteRef();

/** `/agent-tasks/inbox` */
export const inboxRouteRef = createRouteRef();

/** `/agent-tasks/tasks` */
export const tasksRouteRef = createRouteRef();

/** `/agent-tasks/tasks/:id` */
export const taskRouteRef = createSubRouteRef({
  parent: tasksRouteRef,
  path: '/:id',
});

/** The tab of a service's page. */
export const entityContentRouteRef = createRouteRef();

/** Where services are found; the catalog's own page unless the portal binds another. */
export const catalogRouteRef = createExternalRouteRef({
  defaultTarget: 'catalog.catalogIndex',
});
