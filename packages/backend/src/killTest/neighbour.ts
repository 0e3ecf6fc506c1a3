import { agentTasksServiceRef } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import express from 'express';

/** Another plugin of the portal, which asks for tasks in the name of whoever asks it. */
export default createBackendPlugin({
  pluginId: 'neighbour',
  register(env) {
    env.registerInit({
      deps: {
        router: coreServices.httpRouter,
        httpAuth: coreServices.httpAuth,
        agentTasks: agentTasksServiceRef,
      },
      async init({ router, httpAuth, agentTasks }) {
        router.use(express.json());
        router.use(async (request, response) => {
          const credentials = await httpAuth.credentials(request);
          const api = agentTasks.onBehalfOf({ credentials });
          const { task } = await api.tasks.create(request.body);
          response.status(201).json(task);
        });
      },
    });
  },
});
