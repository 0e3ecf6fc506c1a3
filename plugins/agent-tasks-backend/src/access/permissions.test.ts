import { mockServices } from '@backstage/backend-test-utils';
import {
  AuthorizeResult,
  PermissionCriteria,
  PermissionCondition,
} from '@backstage/plugin-permission-common';
import {
  ana,
  Api,
  bo,
  chidi,
  emre,
  lodash,
  startApi,
} from '../http/testing/startApi';
import { agentTaskConditions } from './permission/taskRules';

type Conditions = PermissionCriteria<PermissionCondition>;

/** A portal whose policy allows all but what is told here, by the name of the permission. */
async function portal(
  decide: (permission: string) => 'deny' | Conditions | undefined,
): Promise<Api> {
  const permissions = mockServices.permissions.mock();
  permissions.authorize.mockImplementation(async requests =>
    requests.map(({ permission }) => ({
      result:
        decide(permission.name) === undefined
          ? AuthorizeResult.ALLOW
          : AuthorizeResult.DENY,
    })),
  );
  permissions.authorizeConditional.mockImplementation(async requests =>
    requests.map(({ permission }) => {
      const decision = decide(permission.name);
      if (decision === undefined) return { result: AuthorizeResult.ALLOW };
      if (decision === 'deny') return { result: AuthorizeResult.DENY };
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: 'agent-tasks',
        resourceType: 'agent-task',
        conditions: decision,
      };
    }),
  );
  return startApi({ features: [permissions.factory] });
}

const read = 'agent-tasks.task.read';
let api: Api;
afterEach(() => api.close());

const get = (path: string, who = ana) => api.send({ method: 'get', path, who });
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id).sort();

describe('a condition on reading', () => {
  /** Ana sees what she asked for, or what is in the vault's repository; nothing that has ended. */
  const conditions: Conditions = {
    allOf: [
      {
        anyOf: [
          agentTaskConditions.isRequester({ values: ['user:default/ana'] }),
          agentTaskConditions.hasRepository({ values: ['acme/vault'] }),
        ],
      },
      { not: agentTaskConditions.hasState({ values: ['cancelled'] }) },
    ],
  };

  it('filters lists, and hides the rest as if it were not there', async () => {
    api = await portal(name => (name === read ? conditions : undefined));
    const mine = await api.create();
    const vault = await api.create(
      { entityRef: 'component:default/vault' },
      bo,
    );
    const ended = await api.create();
    await api.happen(ended.id, 'cancelRequested');
    const theirs = await api.create({}, bo);
    const { body } = await get('/v1/tasks');
    expect(idsOf(body.items)).toEqual(idsOf([mine, vault]));
    expect(body.totalItems).toBe(2);
    const hidden = [ended.id, theirs.id];
    for (const id of hidden) {
      const absent = await get('/v1/tasks/not-a-task');
      for (const path of ['', '/events', '/record']) {
        const { status, body: told } = await get(`/v1/tasks/${id}${path}`);
        expect(status).toBe(404);
        expect({ ...told.error, requestId: 0 }).toEqual({
          ...absent.body.error,
          requestId: 0,
        });
      }
    }
    const { body: queue } = await get('/v1/queue');
    expect(queue.items.map((item: any) => item.task.id)).toEqual([mine.id]);
  });

  it('hides a task from every command too, which touches nothing', async () => {
    api = await portal(name => (name === read ? conditions : undefined));
    const { id } = await api.create({}, bo);
    const before = await api.everything();
    const reason = 'Because';
    for (const [verb, body] of Object.entries({
      approve: { digest: `sha256:${'0'.repeat(64)}` },
      reject: { reason },
      cancel: { reason },
      retry: {},
      answer: { answeredAtProvider: true },
      accept: { outcome: 'failed', reason },
      resolve: { decision: 'write-off', reason },
    })) {
      const { body: told } = await api.send({
        method: 'post',
        path: `/v1/tasks/${id}/${verb}`,
        body,
      });
      expect(told.error.code).toBe('TASK_NOT_FOUND');
    }
    expect(await api.everything()).toEqual(before);
  });

  it.each([
    [
      'isOwner',
      agentTaskConditions.isOwner({ values: ['group:default/payments'] }),
      1,
    ],
    ['isOwner of nobody', agentTaskConditions.isOwner({ values: [] }), 0],
    [
      'isAssignee',
      agentTaskConditions.isAssignee({ values: ['user:default/bo'] }),
      0,
    ],
    ['hasState', agentTaskConditions.hasState({ values: ['queued'] }), 1],
    [
      'hasEntityRef',
      agentTaskConditions.hasEntityRef({
        values: ['component:default/payments-api'],
      }),
      1,
    ],
  ])(
    'can be %s, the same in SQL and for one task',
    async (_name, condition, count) => {
      api = await portal(name =>
        name === read || name === 'agent-tasks.task.cancel'
          ? condition
          : undefined,
      );
      const { id } = await api.create({}, chidi);
      const { body } = await get('/v1/tasks');
      expect(body.items).toHaveLength(count);
      const { status } = await api.send({
        method: 'post',
        path: `/v1/tasks/${id}/cancel`,
      });
      expect(status).toBe(count === 1 ? 200 : 404);
    },
  );
});

describe('the framework narrows the floor', () => {
  it('for each verb by its own permission, also in what a task offers', async () => {
    api = await portal(name =>
      name === 'agent-tasks.task.cancel' ? 'deny' : undefined,
    );
    const task = await api.create();
    expect(task.allowedActions).toEqual(['update']);
    const { body } = await api.send({
      method: 'post',
      path: `/v1/tasks/${task.id}/cancel`,
    });
    expect(body.error).toMatchObject({
      code: 'PERMISSION_DENIED',
      details: { permission: 'agent-tasks.task.cancel' },
    });
  });

  it('and running again needs the leave to ask for tasks', async () => {
    let isDenied = false;
    api = await portal(name =>
      isDenied && name === 'agent-tasks.task.create' ? 'deny' : undefined,
    );
    const task = await api.create();
    await api.happen(task.id, 'cancelRequested');
    isDenied = true;
    const before = await api.everything();
    for (const path of [
      `/v1/tasks/${task.id}/retry`,
      '/v1/tasks',
      '/v1/previews',
    ]) {
      const body = path.endsWith('retry') ? {} : lodash;
      const answer = await api.send({ method: 'post', path, body });
      expect(answer.body.error.code).toBe('PERMISSION_DENIED');
    }
    expect(await api.everything()).toEqual(before);
  });

  it('and who runs the portal may be forbidden to stop it', async () => {
    api = await portal(name =>
      name === 'agent-tasks.operations.manage' ? 'deny' : undefined,
    );
    const before = await api.everything();
    for (const [method, path, body] of [
      ['get', '/v1/freezes', undefined],
      ['get', '/v1/freezes/any', undefined],
      ['post', '/v1/freezes', { scope: { kind: 'all' }, reason: 'Because' }],
      ['post', '/v1/freezes/any/thaw', undefined],
    ] as const) {
      const { body: told } = await api.send({ method, path, body, who: emre });
      expect(told.error).toMatchObject({
        code: 'PERMISSION_DENIED',
        details: { permission: 'agent-tasks.operations.manage' },
      });
    }
    expect(await api.everything()).toEqual(before);
  });

  it('and a denied read hides everything', async () => {
    api = await portal(name => (name === read ? 'deny' : undefined));
    const before = await api.everything();
    expect((await get('/v1/tasks')).body.items).toEqual([]);
    expect((await get('/v1/inbox?scope=team')).body.groups).toEqual([]);
    expect((await get('/v1/queue')).body.items).toEqual([]);
    expect(await api.everything()).toEqual(before);
  });

  it('but cannot widen it: a policy that allows all lets no stranger cancel', async () => {
    api = await portal(() => undefined);
    const { id } = await api.create();
    const { status } = await api.send({
      method: 'post',
      path: `/v1/tasks/${id}/cancel`,
      who: chidi,
    });
    expect(status).toBe(403);
  });
});
