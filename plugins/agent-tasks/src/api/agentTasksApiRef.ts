import type { AgentTasksApi } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { createApiRef } from '@backstage/frontend-plugin-api';

/**
 * The HTTP API of Agent Tasks, as the signed-in person.
 *
 * @public
 */
export const agentTasksApiRef = createApiRef<AgentTasksApi>().with({
  id: 'plugin.agent-tasks.client',
  pluginId: 'agent-tasks',
});
