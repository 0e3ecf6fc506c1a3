import { AgentTasksClient } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { agentTasksApiRef } from '../api/agentTasksApiRef';

/** `api:agent-tasks` */
export const agentTasksApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: agentTasksApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: apis => new AgentTasksClient(apis),
    }),
});
