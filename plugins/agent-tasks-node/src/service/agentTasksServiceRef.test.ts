import {
  AgentTasksError,
  toErrorBody,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  BackstageCredentials,
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  AgentTasksService,
  agentTasksServiceRef,
} from './agentTasksServiceRef';

/** Stands in for the plugin: keeps who asked for what, and answers or refuses. */
async function startWithNeighbour() {
  const seen: { url: string; credentials: BackstageCredentials }[] = [];
  let service: AgentTasksService | undefined;

  const agentTasks = createBackendPlugin({
    pluginId: 'agent-tasks',
    register(env) {
      env.registerInit({
        deps: {
          httpRouter: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        async init({ httpRouter, httpAuth }) {
          httpRouter.use(async (request, response) => {
            const { method, url } = request;
            seen.push({
              url,
              credentials: await httpAuth.credentials(request),
            });
            if (method === 'GET') {
              response.json({ id: '7' });
              return;
            }
            const refusal = new AgentTasksError('PERSON_REQUIRED');
            response
              .status(refusal.statusCode)
              .json(toErrorBody(refusal, { requestId: 'r1', method, url }));
          });
        },
      });
    },
  });
  const neighbour = createBackendPlugin({
    pluginId: 'neighbour',
    register(env) {
      env.registerInit({
        deps: { agentTasks: agentTasksServiceRef },
        async init(deps) {
          service = deps.agentTasks;
        },
      });
    },
  });

  await startTestBackend({ features: [agentTasks, neighbour] });
  return { seen, service: service! };
}

describe('agentTasksServiceRef', () => {
  it('asks in the name of the person who asks the neighbour', async () => {
    const { seen, service } = await startWithNeighbour();
    const api = service.onBehalfOf({
      credentials: mockCredentials.user('user:default/ana'),
    });

    expect(await api.tasks.get('7')).toEqual({ id: '7' });
    expect(seen).toMatchObject([
      {
        url: '/v1/tasks/7',
        credentials: {
          principal: { type: 'user', userEntityRef: 'user:default/ana' },
        },
      },
    ]);
  });

  it('keeps two callers apart', async () => {
    const { seen, service } = await startWithNeighbour();
    const ana = service.onBehalfOf({
      credentials: mockCredentials.user('user:default/ana'),
    });
    const job = service.onBehalfOf({
      credentials: mockCredentials.service('plugin:neighbour'),
    });

    await job.queue();
    await ana.queue();
    expect(seen.map(({ credentials }) => credentials.principal)).toMatchObject([
      { type: 'service', subject: 'plugin:neighbour' },
      { type: 'user', userEntityRef: 'user:default/ana' },
    ]);
  });

  it('hands a refusal on with its code and next step', async () => {
    const { service } = await startWithNeighbour();
    const api = service.onBehalfOf({
      credentials: mockCredentials.service('plugin:neighbour'),
    });

    await expect(
      api.tasks.act('7', 'reject', { reason: 'No.' }),
    ).rejects.toMatchObject({
      code: 'PERSON_REQUIRED',
      nextAction: 'ask_human',
      statusCode: 403,
    });
  });
});
