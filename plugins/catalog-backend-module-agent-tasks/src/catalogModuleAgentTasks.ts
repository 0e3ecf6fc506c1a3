import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { AgentTaskTemplateProcessor } from './AgentTaskTemplateProcessor';

/**
 * Teaches the catalog the kind `AgentTaskTemplate`.
 *
 * By a processor, and not by a layer of the catalog model: the first layer that anybody adds makes
 * the catalog read every kind of the portal by that model, which is alpha and not ours to switch on.
 *
 * @public
 */
export const catalogModuleAgentTasks = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'agent-tasks',
  register(env) {
    env.registerInit({
      deps: { catalog: catalogProcessingExtensionPoint },
      async init({ catalog }) {
        catalog.addProcessor(new AgentTaskTemplateProcessor());
      },
    });
  },
});
