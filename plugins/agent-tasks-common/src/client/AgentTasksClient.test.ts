import { AddressInfo } from 'node:net';
import { createServer, IncomingHttpHeaders, Server } from 'node:http';
import { AgentTasksError, toErrorBody } from '../errors';
import { AgentTasksClient } from './AgentTasksClient';

interface Seen {
  method?: string;
  url?: string;
  headers: IncomingHttpHeaders;
  body: unknown;
}

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

let server: Server;
let seen: Seen[];
let answer: Answer;
let client: AgentTasksClient;

beforeAll(async () => {
  server = createServer((request, response) => {
    let text = '';
    request.on('data', chunk => {
      text += chunk;
    });
    request.on('end', () => {
      const { method, url, headers } = request;
      seen.push({ method, url, headers, body: text && JSON.parse(text) });
      response.writeHead(answer.status ?? 200, {
        'Content-Type': 'application/json',
        ...answer.headers,
      });
      response.end(
        answer.body === undefined ? undefined : JSON.stringify(answer.body),
      );
    });
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  client = new AgentTasksClient({
    discoveryApi: {
      getBaseUrl: async pluginId => `http://127.0.0.1:${port}/api/${pluginId}`,
    },
    fetchApi: { fetch },
  });
});

beforeEach(() => {
  seen = [];
  answer = { body: { answered: true } };
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise(resolve => {
    server.close(resolve);
  });
});

const task = { template: 'agenttasktemplate:default/bump' };
const digest = `sha256:${'0'.repeat(64)}`;
const reason = 'Because.';

type Route = [
  name: string,
  call: (api: AgentTasksClient) => Promise<unknown>,
  method: string,
  path: string,
  body: unknown,
];

/** What the server sees of a request without a body. */
const nothing = '';

const routes: Route[] = [
  ['templates', api => api.templates(), 'GET', '/templates', nothing],
  [
    'templates for an entity',
    api => api.templates({ entityRef: 'component:default/a' }),
    'GET',
    '/templates?entityRef=component%3Adefault%2Fa',
    nothing,
  ],
  ['a preview', api => api.tasks.preview(task), 'POST', '/previews', task],
  ['a list', api => api.tasks.list(), 'GET', '/tasks', nothing],
  [
    'a filtered list',
    api =>
      api.tasks.list({
        state: ['failed', 'timed_out'],
        limit: 5,
        cursor: 'c=',
      }),
    'GET',
    '/tasks?state=failed&state=timed_out&limit=5&cursor=c%3D',
    nothing,
  ],
  ['a task', api => api.tasks.get('7'), 'GET', '/tasks/7', nothing],
  [
    'an id that tries to leave its place',
    api => api.tasks.get('../freezes?x'),
    'GET',
    '/tasks/..%2Ffreezes%3Fx',
    nothing,
  ],
  [
    'approve',
    api => api.tasks.act('7', 'approve', { digest }),
    'POST',
    '/tasks/7/approve',
    { digest },
  ],
  [
    'reject',
    api => api.tasks.act('7', 'reject', { reason }),
    'POST',
    '/tasks/7/reject',
    { reason },
  ],
  [
    'cancel',
    api => api.tasks.act('7', 'cancel', {}),
    'POST',
    '/tasks/7/cancel',
    {},
  ],
  [
    'retry',
    api => api.tasks.act('7', 'retry', { continue: true }),
    'POST',
    '/tasks/7/retry',
    { continue: true },
  ],
  [
    'answer',
    api => api.tasks.act('7', 'answer', { answeredAtProvider: true }),
    'POST',
    '/tasks/7/answer',
    { answeredAtProvider: true },
  ],
  [
    'accept',
    api => api.tasks.act('7', 'accept', { outcome: 'noop', reason }),
    'POST',
    '/tasks/7/accept',
    { outcome: 'noop', reason },
  ],
  [
    'rollback',
    api => api.tasks.act('7', 'rollback', { reason }),
    'POST',
    '/tasks/7/rollback',
    { reason },
  ],
  [
    'open a pull request',
    api => api.tasks.act('7', 'open_pull_request', { headSha: 'abc' }),
    'POST',
    '/tasks/7/open-pull-request',
    { headSha: 'abc' },
  ],
  [
    'resolve',
    api => api.tasks.act('7', 'resolve', { decision: 'write-off', reason }),
    'POST',
    '/tasks/7/resolve',
    { decision: 'write-off', reason },
  ],
  ['events', api => api.tasks.events('7'), 'GET', '/tasks/7/events', nothing],
  [
    'a page of events',
    api => api.tasks.events('7', { cursor: 'c', limit: 10 }),
    'GET',
    '/tasks/7/events?cursor=c&limit=10',
    nothing,
  ],
  [
    'the record',
    api => api.tasks.record('7'),
    'GET',
    '/tasks/7/record',
    nothing,
  ],
  ['the inbox', api => api.inbox(), 'GET', '/inbox', nothing],
  [
    "a team's inbox",
    api => api.inbox({ scope: 'team', group: 'group:default/a' }),
    'GET',
    '/inbox?scope=team&group=group%3Adefault%2Fa',
    nothing,
  ],
  ['the queue', api => api.queue(), 'GET', '/queue', nothing],
  ['policies', api => api.policies(), 'GET', '/policies', nothing],
  ['operations', api => api.operations(), 'GET', '/operations', nothing],
  [
    'a connection',
    api => api.connections.get('requester'),
    'GET',
    '/connections/requester',
    nothing,
  ],
  ['freezes', api => api.freezes.list(), 'GET', '/freezes', nothing],
  ['a freeze', api => api.freezes.get('f1'), 'GET', '/freezes/f1', nothing],
  [
    'a new freeze',
    api => api.freezes.create({ scope: { kind: 'all' }, reason }),
    'POST',
    '/freezes',
    { scope: { kind: 'all' }, reason },
  ],
  ['a thaw', api => api.freezes.thaw('f1'), 'POST', '/freezes/f1/thaw', {}],
];

describe('AgentTasksClient', () => {
  it.each(routes)(
    'asks for %s and hands back the answer',
    async (...[, call, method, path, body]: Route) => {
      expect(await call(client)).toEqual({ answered: true });
      expect(seen).toHaveLength(1);
      expect(seen[0]).toMatchObject({
        method,
        url: `/api/agent-tasks/v1${path}`,
        body,
      });
      expect(seen[0].headers['content-type']).toBe(
        body === nothing ? undefined : 'application/json',
      );
      expect(seen[0].headers.authorization).toBeUndefined();
    },
  );

  it('creates a task with a key, and tells a replay', async () => {
    answer = { status: 201, body: { id: '7' } };
    const options = { idempotencyKey: 'run-1', token: 'abc' };
    expect(await client.tasks.create(task, options)).toEqual({
      task: { id: '7' },
      replayed: false,
    });
    answer = { body: { id: '7' }, headers: { 'Idempotent-Replayed': 'true' } };
    expect(await client.tasks.create(task, options)).toEqual({
      task: { id: '7' },
      replayed: true,
    });
    expect(seen[1]).toMatchObject({
      method: 'POST',
      url: '/api/agent-tasks/v1/tasks',
      headers: { 'idempotency-key': 'run-1', authorization: 'Bearer abc' },
      body: task,
    });
  });

  it('runs a task again with a key', async () => {
    await client.tasks.act('7', 'retry', {}, { idempotencyKey: 'again-1' });
    expect(seen[0].headers['idempotency-key']).toBe('again-1');
  });

  it('changes a task only at the revision it was read at', async () => {
    await client.tasks.update('7', { title: 'New' }, { revision: 12 });
    expect(seen[0]).toMatchObject({
      method: 'PATCH',
      url: '/api/agent-tasks/v1/tasks/7',
      headers: { 'if-match': '"12"' },
      body: { title: 'New' },
    });
  });

  it('waits for a change, and says when there was none', async () => {
    const since = { revision: 12, waitSeconds: 30 };
    expect(await client.tasks.waitForChange('7', since)).toEqual({
      answered: true,
    });
    expect(seen[0]).toMatchObject({
      method: 'GET',
      url: '/api/agent-tasks/v1/tasks/7?waitSeconds=30',
      headers: { 'if-none-match': '"12"' },
    });
    answer = { status: 304 };
    expect(await client.tasks.waitForChange('7', since)).toBeUndefined();
  });

  it("sends the provider's token in its own header, never in a body", async () => {
    await client.connections.put('requester', 'gho_x', { token: 'abc' });
    expect(seen[0]).toMatchObject({
      method: 'PUT',
      url: '/api/agent-tasks/v1/connections/requester',
      headers: {
        'x-agent-tasks-provider-token': 'gho_x',
        authorization: 'Bearer abc',
      },
      body: '',
    });
  });

  it('forgets a connection', async () => {
    answer = { status: 204 };
    expect(await client.connections.delete('requester')).toBeUndefined();
    expect(seen[0]).toMatchObject({
      method: 'DELETE',
      url: '/api/agent-tasks/v1/connections/requester',
    });
  });

  it('throws what the backend says, with code and next step', async () => {
    answer = {
      status: 409,
      body: toErrorBody(
        new AgentTasksError('TASK_STATE_CONFLICT', {
          action: 'cancel',
          state: 'completed',
        }),
        { requestId: 'r1', method: 'POST', url: '/v1/tasks/7/cancel' },
      ),
    };
    await expect(client.tasks.act('7', 'cancel', {})).rejects.toMatchObject({
      name: 'AgentTasksResponseError',
      statusCode: 409,
      code: 'TASK_STATE_CONFLICT',
      nextAction: 'read_task',
      details: { state: 'completed' },
    });
  });

  it('can be called off', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(
      client.queue({ signal: controller.signal }),
    ).rejects.toMatchObject({ name: 'AbortError' });
    expect(seen).toEqual([]);
  });
});
