import { agentTasksServiceRef } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ScmIntegrations } from '@backstage/integration';
import { scaffolderActionsExtensionPoint } from '@backstage/plugin-scaffolder-node';
import { createRunAction } from './createRunAction';

/**
 * Adds the action `agent-task:run` to the scaffolder.
 *
 * @public
 */
export const scaffolderModuleAgentTasks = createBackendModule({
  pluginId: 'scaffolder',
  moduleId: 'agent-tasks',
  register(env) {
    env.registerInit({
      deps: {
        scaffolder: scaffolderActionsExtensionPoint,
        agentTasks: agentTasksServiceRef,
        config: coreServices.rootConfig,
      },
      async init({ scaffolder, agentTasks, config }) {
        scaffolder.addActions(
          createRunAction({
            agentTasks,
            integrations: ScmIntegrations.fromConfig(config),
            portalUrl: config.getString('app.baseUrl'),
          }),
        );
      },
    });
  },
});
