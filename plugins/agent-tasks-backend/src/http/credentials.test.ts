import { mockCredentials } from '@backstage/backend-test-utils';
import { describedRoutes } from './routes/describedRoutes';
import { Api, service, startApi, through } from './testing/startApi';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const routes = describedRoutes().map(({ method, path }) => ({
  method,
  path: path.replace('{id}', 'any'),
}));

describe('without credentials', () => {
  it.each([
    ...routes,
    { method: 'get' as const, path: '/v1/nothing' },
    { method: 'delete' as const, path: '/v1/tasks/any' },
    { method: 'post' as const, path: '/v1/tasks/any/rollback' },
    { method: 'put' as const, path: '/' },
  ])('$method $path answers 401 with our body', async ({ method, path }) => {
    for (const who of [null, mockCredentials.user.invalidHeader()]) {
      const before = await api.rows();
      const { status, body, headers } = await api.send({ method, path, who });
      expect(status).toBe(401);
      expect(body.error).toMatchObject({
        name: 'AuthenticationError',
        code: 'NOT_AUTHENTICATED',
        nextAction: 'reauthenticate',
        requestId: expect.any(String),
      });
      expect(headers['www-authenticate']).toBe('Bearer');
      expect(await api.rows()).toEqual(before);
    }
  });

  it('only the OpenAPI document is for everybody', async () => {
    const { status, body } = await api.send({
      method: 'get',
      path: '/openapi.json',
      who: null,
    });
    expect(status).toBe(200);
    expect(body.openapi).toBe('3.1.0');
  });

  it('a body that cannot be read does not hide that nobody is signed in', async () => {
    const { body } = await api.send({
      method: 'post',
      path: '/v1/tasks',
      who: null,
      body: '{',
      headers: { 'Content-Type': 'application/json' },
    });
    expect(body.error.code).toBe('NOT_AUTHENTICATED');
  });
});

describe('how a task was asked for comes from the credentials', () => {
  it.each([
    ['a person', undefined, 'portal', null],
    ['the scaffolder', 'plugin:scaffolder', 'scaffolder', 'plugin:scaffolder'],
    ['an agent', 'plugin:mcp-actions', 'action', 'plugin:mcp-actions'],
    ['another plugin', 'plugin:reports', 'api', 'plugin:reports'],
  ])('%s for Ana', async (_name, plugin, kind, ref) => {
    const task = await api.create(
      { title: kind },
      plugin ? through(plugin) : undefined,
    );
    expect(task.requester).toEqual({ ref: 'user:default/ana', type: 'user' });
    expect(task.via).toEqual({ kind, ref, run: null });
  });

  it('a service for itself', async () => {
    const task = await api.create({}, service);
    expect(task.requester).toEqual({
      ref: 'service:external:reports',
      type: 'service',
    });
    expect(task.via.kind).toBe('api');
  });

  it('and never from the body', async () => {
    const { body } = await api.send({
      method: 'post',
      path: '/v1/tasks',
      body: {
        template: 'agenttasktemplate:default/dependency-bump',
        entityRef: 'component:default/payments-api',
        parameters: { dependency: 'lodash' },
        origin: { ref: 'template:default/new-service', run: 'run-1' },
      },
    });
    expect(body.error).toMatchObject({
      code: 'INVALID_REQUEST',
      violations: [{ field: 'origin' }],
    });
  });
});
