import { startAnsweringServer } from './__fixtures__/startAnsweringServer';
import { AgentTasksClient } from './AgentTasksClient';

let server: Awaited<ReturnType<typeof startAnsweringServer>>;

beforeAll(async () => {
  server = await startAnsweringServer();
});

beforeEach(() => {
  server.seen.length = 0;
  server.plan.answer = { body: { answered: true } };
});

afterAll(() => server.stop());

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

describe('the routes of AgentTasksClient', () => {
  it.each(routes)(
    'asks for %s and hands back the answer',
    async (...[, call, method, path, body]: Route) => {
      expect(await call(server.client)).toEqual({ answered: true });
      expect(server.seen).toHaveLength(1);
      expect(server.seen[0]).toMatchObject({
        method,
        url: `/api/agent-tasks/v1${path}`,
        body,
      });
      expect(server.seen[0].headers['content-type']).toBe(
        body === nothing ? undefined : 'application/json',
      );
      expect(server.seen[0].headers.authorization).toBeUndefined();
    },
  );
});
