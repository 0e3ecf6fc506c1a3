import {
  ana,
  Answered,
  Api,
  bo,
  chidi,
  emre,
  lodash,
  Sent,
  service,
  startApi,
  through,
  Who,
} from '../http/testing/startApi';
import { trackedTask } from '../http/testing/trackedTask';

/*
 * Every verb, for everybody who may and everybody who may not, over the whole plugin with a
 * permission policy that allows all: what is denied here is denied by our floor.
 */

const agent = through('plugin:mcp-actions');

/** Ana asked for it; she and Bo are the team that owns it; Emre is an operator. */
const EVERYBODY = { ana, bo, chidi, emre, service, agent } as const;
type Name = keyof typeof EVERYBODY;

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const reason = 'Because';
const vault = { entityRef: 'component:default/vault' };

interface Verb {
  name: string;
  /** A task in a state in which the verb makes sense. */
  task: () => Promise<{ id: string; approvalDigest?: string | null }>;
  sent: (task: { id: string; approvalDigest?: string | null }) => Sent;
  may: Name[];
  /** Everybody else is denied with PERMISSION_DENIED, unless named here. */
  otherwise?: Partial<Record<Name, string>>;
  /** The auditor's event; none for what only reads. */
  event?: string;
}

const onTask = (
  verb: string,
  body: object,
): ((task: { id: string }) => Sent) => {
  return ({ id }) => ({
    method: 'post',
    path: `/v1/tasks/${id}/${verb}`,
    body,
  });
};
const reading =
  (path = '') =>
  ({ id }: { id: string }): Sent => ({
    method: 'get',
    path: `/v1/tasks/${id}${path}`,
  });
const waiting = async () => api.create();
const withState = (state: string) => () => trackedTask(api, state);

const elsewhere = { kind: 'organization', ref: 'elsewhere' };
let freezes = 0;
const frozen = async (): Promise<{ id: string }> => {
  freezes += 1;
  const { body } = await api.send({
    method: 'post',
    path: '/v1/freezes',
    body: { scope: elsewhere, reason: `Reason ${freezes}` },
    who: emre,
  });
  return body;
};

const PERSON = 'PERSON_REQUIRED';
const concerned: Name[] = ['ana', 'bo', 'emre'];

const VERBS: Verb[] = [
  { name: 'read', task: waiting, sent: reading(), may: everybody() },
  { name: 'events', task: waiting, sent: reading('/events'), may: everybody() },
  {
    name: 'record',
    task: waiting,
    // Chidi may read the entity; the catalog's yes to a service says nothing about one.
    sent: reading('/record'),
    may: ['ana', 'bo', 'chidi', 'emre', 'agent'],
  },
  {
    name: 'update',
    event: 'task-update',
    task: waiting,
    sent: ({ id }) => ({
      method: 'patch',
      path: `/v1/tasks/${id}`,
      body: { title: 'Another title' },
      headers: { 'If-Match': '*' },
    }),
    may: [...concerned, 'agent'],
  },
  {
    name: 'raise the priority',
    event: 'task-update',
    task: waiting,
    sent: ({ id }) => ({
      method: 'patch',
      path: `/v1/tasks/${id}`,
      body: { priority: 5 },
      headers: { 'If-Match': '*' },
    }),
    may: ['emre'],
  },
  {
    name: 'cancel',
    event: 'task-cancel',
    task: waiting,
    sent: onTask('cancel', { reason }),
    may: [...concerned, 'agent'],
  },
  {
    name: 'retry',
    event: 'task-retry',
    task: withState('failed'),
    sent: onTask('retry', {}),
    may: [...concerned, 'agent'],
  },
  {
    name: 'approve',
    event: 'task-approve',
    task: () => api.create(vault),
    sent: ({ id, approvalDigest }) =>
      onTask('approve', { digest: approvalDigest })({ id }),
    may: ['bo'],
    otherwise: {
      ana: 'SELF_APPROVAL_FORBIDDEN',
      agent: PERSON,
      service: PERSON,
    },
  },
  {
    name: 'reject',
    event: 'task-reject',
    task: () => api.create(vault),
    sent: onTask('reject', { reason }),
    may: ['ana', 'bo'],
    otherwise: { agent: PERSON, service: PERSON },
  },
  {
    name: 'answer',
    event: 'task-answer',
    task: withState('waiting_for_user'),
    sent: onTask('answer', { answeredAtProvider: true }),
    may: concerned,
    otherwise: { agent: PERSON, service: PERSON },
  },
  {
    name: 'accept',
    event: 'task-accept',
    task: withState('completed'),
    sent: onTask('accept', { outcome: 'succeeded', reason }),
    may: concerned,
    otherwise: { agent: PERSON, service: PERSON },
  },
  {
    name: 'resolve',
    event: 'task-resolve',
    task: () => api.quarantined(),
    sent: onTask('resolve', { decision: 'write-off', reason }),
    may: ['emre'],
    otherwise: { agent: PERSON, service: PERSON },
  },
  {
    name: 'operations',
    task: waiting,
    sent: () => ({ method: 'get', path: '/v1/operations' }),
    may: ['emre'],
  },
  {
    name: 'list the freezes',
    task: frozen,
    sent: () => ({ method: 'get', path: '/v1/freezes' }),
    may: ['emre'],
  },
  {
    name: 'see what a freeze holds',
    task: frozen,
    sent: ({ id }) => ({ method: 'get', path: `/v1/freezes/${id}` }),
    may: ['emre'],
  },
  {
    name: 'freeze',
    event: 'freeze-create',
    task: waiting,
    sent: ({ id }) => ({
      method: 'post',
      path: '/v1/freezes',
      body: { scope: elsewhere, reason: `Because of ${id}` },
    }),
    may: ['emre'],
    otherwise: { agent: PERSON, service: PERSON },
  },
  {
    name: 'thaw',
    event: 'freeze-thaw',
    task: frozen,
    sent: ({ id }) => ({ method: 'post', path: `/v1/freezes/${id}/thaw` }),
    may: ['emre'],
    otherwise: { agent: PERSON, service: PERSON },
  },
  ...(
    [
      ['create', '/v1/tasks', 'task-create'],
      ['preview', '/v1/previews', undefined],
    ] as const
  ).map(
    ([name, path, event]): Verb => ({
      name: `${name} the same again`,
      event,
      task: waiting,
      sent: () => ({
        method: 'post',
        path,
        body: { ...lodash, allowDuplicate: true },
      }),
      may: ['ana', 'bo', 'chidi', 'emre'],
      otherwise: { agent: PERSON, service: PERSON },
    }),
  ),
  {
    name: 'create with priority',
    event: 'task-create',
    task: waiting,
    sent: () => ({
      method: 'post',
      path: '/v1/tasks',
      body: { ...lodash, allowDuplicate: true, priority: 1 },
    }),
    may: ['emre'],
    otherwise: { agent: PERSON, service: PERSON },
  },
  ...[
    '/v1/tasks',
    '/v1/inbox',
    '/v1/queue',
    '/v1/policies',
    '/v1/templates',
  ].map(
    (path): Verb => ({
      name: path,
      task: waiting,
      sent: () => ({ method: 'get', path }),
      may: everybody(),
    }),
  ),
];

function everybody(): Name[] {
  return ['ana', 'bo', 'chidi', 'emre', 'service', 'agent'];
}

/** Everything that is stored, so that a denied call can be seen to have touched nothing. */
async function tried(
  verb: Verb,
  who: Who,
): Promise<{
  answered: Answered;
  changed: boolean;
  audits: ReturnType<Api['audits']>;
}> {
  const task = await verb.task();
  const before = JSON.stringify(await api.everything());
  api.audits();
  const answered = await api.send({ ...verb.sent(task), who });
  const after = JSON.stringify(await api.everything());
  return { answered, changed: after !== before, audits: api.audits() };
}

const cases = (wanted: boolean) =>
  VERBS.flatMap(verb =>
    everybody()
      .filter(name => verb.may.includes(name) === wanted)
      .map(name => ({ verb, name, title: verb.name })),
  );

it.each(cases(true))('$title is allowed to $name', async ({ verb, name }) => {
  const { answered, changed, audits } = await tried(verb, EVERYBODY[name]);
  expect([200, 201]).toContain(answered.status);
  expect(changed).toBe(verb.event !== undefined);
  expect(audits).toEqual(
    verb.event ? [{ eventId: verb.event, closed: ['success'] }] : [],
  );
});

it.each(cases(false))(
  '$title is denied to $name, and touches nothing',
  async ({ verb, name }) => {
    const { answered, changed, audits } = await tried(verb, EVERYBODY[name]);
    expect(answered.status).toBe(403);
    expect(answered.body.error.code).toBe(
      verb.otherwise?.[name] ?? 'PERMISSION_DENIED',
    );
    expect(changed).toBe(false);
    expect(audits).toEqual(
      verb.event ? [{ eventId: verb.event, closed: ['fail'] }] : [],
    );
  },
);
