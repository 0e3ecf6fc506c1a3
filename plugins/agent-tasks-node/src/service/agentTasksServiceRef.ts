import {
  AgentTasksApi,
  AgentTasksClient,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AuthService,
  BackstageCredentials,
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/**
 * Agent Tasks for other backend plugins: the HTTP API, asked in the name of the caller.
 *
 * @public
 */
export interface AgentTasksService {
  /**
   * The API as these credentials may use it. Pass on those of the request being served: what is
   * asked with a plugin's own credentials is asked by a service, and recorded as such.
   */
  onBehalfOf(caller: { credentials: BackstageCredentials }): AgentTasksApi;
}

/**
 * Needs no registration: the default factory calls the plugin wherever discovery says it is.
 *
 * @public
 */
export const agentTasksServiceRef = createServiceRef<AgentTasksService>({
  id: 'agent-tasks-client',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: { auth: coreServices.auth, discoveryApi: coreServices.discovery },
      factory: ({ auth, discoveryApi }) => ({
        onBehalfOf: ({ credentials }) =>
          new AgentTasksClient({
            discoveryApi,
            fetchApi: { fetch: fetchOnBehalfOf(auth, credentials) },
          }),
      }),
    }),
});

/** Asks for a token per request: tokens are short-lived and must not be held on to. */
function fetchOnBehalfOf(
  auth: AuthService,
  credentials: BackstageCredentials,
): typeof fetch {
  return async (input, init) => {
    const { token } = await auth.getPluginRequestToken({
      onBehalfOf: credentials,
      targetPluginId: 'agent-tasks',
    });
    const headers = new Headers(init?.headers);
    headers.set('Authorization', `Bearer ${token}`);
    return fetch(input, { ...init, headers });
  };
}
