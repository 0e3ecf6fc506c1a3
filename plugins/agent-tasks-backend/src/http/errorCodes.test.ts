import {
  ERROR_CODES,
  ErrorCode,
  errorDefinition,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { DatabaseTaskQueries } from '../store/DatabaseTaskQueries';
import { errorCodesOf } from './openapi/errorAnswers';
import { describedRoutes } from './routes/describedRoutes';
import {
  Api,
  bo,
  chidi,
  emre,
  lodash,
  Sent,
  startApi,
  through,
} from './testing/startApi';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const post = (path: string, body: unknown, more: Partial<Sent> = {}): Sent => ({
  method: 'post',
  path,
  body,
  ...more,
});
const submit = (over: object, more: Partial<Sent> = {}) =>
  post('/v1/tasks', { ...lodash, ...over }, more);
const read = (path: string, more: Partial<Sent> = {}): Sent => ({
  method: 'get',
  path,
  ...more,
});
const ref = (name: string) => ({ entityRef: `component:default/${name}` });
const template = (name: string) => ({
  template: `agenttasktemplate:default/${name}`,
});
const verb = (id: string, name: string, body: object, who = bo): Sent =>
  post(`/v1/tasks/${id}/${name}`, body, { who });
const reason = 'Looked at the provider';
const digest = `sha256:${'0'.repeat(64)}`;

const adopting = async (providerTaskId: string): Promise<Sent> => {
  const { id } = await api.quarantined();
  const order = { decision: 'adopt', providerTaskId, reason };
  return verb(id, 'resolve', order, emre);
};

const theirs = {
  id: 'theirs',
  state: 'in_progress',
  createdAt: Date.now(),
  repositoryId: '1',
  creatorId: '5',
  artifacts: [],
  raw: null,
};

/** How each code is reached: the last request of the way to it. */
const WAYS: Partial<Record<ErrorCode, () => Promise<Sent> | Sent>> = {
  INVALID_REQUEST: () => submit({ colour: 'red' }),
  NOT_AUTHENTICATED: () => read('/v1/tasks', { who: null }),
  PERMISSION_DENIED: () => read('/v1/operations', { who: chidi }),
  PERSON_REQUIRED: async () => {
    const { id } = await api.create(ref('vault'));
    return verb(id, 'reject', { reason }, through('plugin:mcp-actions'));
  },
  POLICY_DENIED: () => submit(ref('foreign')),
  REPOSITORY_NOT_ALLOWED: () => submit(ref('secret-store')),
  BASE_REF_NOT_ALLOWED: () => submit({ ...ref('released'), baseRef: 'main' }),
  MODEL_NOT_ALLOWED: () => submit({ model: 'opus' }),
  PULL_REQUEST_NOT_ALLOWED: () => submit({ createPullRequest: false }),
  FREEFORM_NOT_ALLOWED: () =>
    post('/v1/tasks', { ...ref('payments-api'), prompt: 'Do as you like' }),
  TEMPLATE_NOT_TRUSTED: () => submit(template('untrusted')),
  SELF_APPROVAL_FORBIDDEN: async () => {
    const task = await api.create(ref('vault'));
    return post(`/v1/tasks/${task.id}/approve`, {
      digest: task.approvalDigest,
    });
  },
  PROVIDER_ACCESS_DENIED: async () => {
    api.provider.outage = {
      ok: false,
      failure: { failureClass: 'permission_denied', status: 403 },
    };
    api.provider.tasks.push(theirs);
    return adopting('theirs');
  },
  TASK_NOT_FOUND: () => read('/v1/tasks/there-is-none'),
  TEMPLATE_NOT_FOUND: () => submit(template('nothing')),
  FREEZE_NOT_FOUND: () => read('/v1/freezes/there-is-none', { who: emre }),
  ENTITY_NOT_FOUND: () => submit(ref('nothing')),
  ROUTE_NOT_FOUND: () => post('/v1/tasks/any/rollback', { reason }),
  TASK_STATE_CONFLICT: async () => {
    const { id } = await api.create();
    return verb(id, 'retry', {});
  },
  DUPLICATE_TASK_SUSPECTED: async () => {
    await api.create(lodash);
    return submit({});
  },
  TEMPLATE_RETIRED: () => submit(template('retired')),
  TEMPLATE_VERSION_CONFLICT: async () => {
    await api.knex('template_version').insert({
      ref: 'agenttasktemplate:default/changed',
      version: '1.2.0',
      digest,
      spec: '{}',
      created_at: 0,
    });
    return submit(template('changed'));
  },
  FROZEN: async () => {
    await api.knex('freeze').insert({
      id: 'f1',
      scope_kind: 'repository',
      scope_ref: 'acme/frozen',
      reason: 'Audit',
      by: 'user:default/emre',
      since: 0,
      refuse: true,
    });
    return submit(ref('frozen'));
  },
  ANSWER_NOT_POSSIBLE: async () => {
    const { id } = await api.create();
    return verb(id, 'answer', { answeredAtProvider: true });
  },
  PROVIDER_TASK_IN_USE: async () => {
    const { id } = await api.create();
    await api.happen(id, 'preflighted', 'claimed', 'created');
    return adopting('p1');
  },
  REVISION_CONFLICT: async () => {
    const { id } = await api.create();
    return {
      method: 'patch',
      path: `/v1/tasks/${id}`,
      body: { title: 'Another' },
      headers: { 'If-Match': '"99"' },
    };
  },
  PAYLOAD_TOO_LARGE: () => submit({ parameters: { x: 'x'.repeat(66_000) } }),
  UNSUPPORTED_MEDIA_TYPE: () =>
    post('/v1/tasks', 'dependency: lodash', {
      headers: { 'Content-Type': 'application/yaml' },
    }),
  PARAMETERS_INVALID: () => submit({ parameters: { dependency: 'LODASH' } }),
  ENTITY_HAS_NO_REPOSITORY: () => submit(ref('nowhere')),
  REPOSITORY_MISMATCH: () =>
    submit({ repository: 'https://github.com/acme/vault' }),
  TEMPLATE_DOES_NOT_FIT: () => submit(ref('library')),
  PROMPT_CONTAINS_SECRET: () =>
    submit({
      parameters: { dependency: 'lodash', reason: `ghp_${'a'.repeat(36)}` },
    }),
  PROMPT_CONTAINS_HIDDEN_TEXT: () =>
    submit({ parameters: { dependency: 'lodash', reason: 'a\u200bb' } }),
  PROMPT_TOO_LONG: () =>
    submit({
      ...template('free-text'),
      parameters: { text: 'x'.repeat(31_000) },
    }),
  IDEMPOTENCY_KEY_REUSED: async () => {
    const headers = { 'Idempotency-Key': 'reused' };
    await api.send(submit({ allowDuplicate: true }, { headers }));
    return submit({ allowDuplicate: true, title: 'Another' }, { headers });
  },
  ADOPT_MISMATCH: async () => {
    api.provider.tasks.push(theirs);
    return adopting('theirs');
  },
  RATE_LIMITED: async () => {
    await api.create();
    return submit(ref('tight'));
  },
  INTERNAL: () => {
    jest
      .spyOn(DatabaseTaskQueries.prototype, 'list')
      .mockRejectedValueOnce(new Error('insert into task "Upgrade lodash"'));
    return read('/v1/tasks');
  },
  PROVIDER_CONTRACT_CHANGED: async () => {
    api.provider.outage = { ok: false, failure: { failureClass: 'unknown' } };
    api.provider.tasks.push(theirs);
    return adopting('theirs');
  },
  QUEUE_FULL: async () => {
    await api.create();
    await api.create();
    return submit(ref('full'));
  },
  PROVIDER_UNAVAILABLE: async () => {
    api.provider.outage = {
      ok: false,
      failure: { failureClass: 'provider_unavailable' },
    };
    api.provider.tasks.push(theirs);
    return adopting('theirs');
  },
  DATABASE_UNAVAILABLE: () => {
    jest
      .spyOn(DatabaseTaskQueries.prototype, 'list')
      .mockRejectedValueOnce(
        Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      );
    return read('/v1/tasks');
  },
};

/** Nothing answers with these before budgets, standing and people's own tokens are built. */
const LATER: ErrorCode[] = [
  'REQUESTER_LACKS_ACCESS',
  'BUDGET_EXCEEDED',
  'IDENTITY_TOO_BROAD',
];

afterEach(() => {
  api.provider.outage = undefined;
});

describe('every code that can be reached', () => {
  it.each(Object.entries(WAYS))(
    'answers %s with its status, its next step and nothing stored',
    async (name, way) => {
      const code = name as ErrorCode;
      const sent = await way();
      const before = await api.rows();
      const { status, body, headers } = await api.send(sent);
      const { nextAction, remediation, retryAfterSeconds } =
        errorDefinition(code);
      expect(body.error).toMatchObject({ code, nextAction, remediation });
      expect(status).toBe(errorDefinition(code).status);
      expect(body.response).toEqual({ statusCode: status });
      expect(headers['x-request-id']).toBe(body.error.requestId);
      expect(headers['retry-after'] !== undefined).toBe(
        retryAfterSeconds !== null,
      );
      expect(await api.rows()).toEqual(before);
    },
  );

  it('is every code that a route documents, and every code there is but those of later work', () => {
    const documented = describedRoutes().flatMap(errorCodesOf);
    const reached = Object.keys(WAYS);
    expect(documented.filter(code => !reached.includes(code))).toEqual([]);
    expect(ERROR_CODES.filter(code => !reached.includes(code)).sort()).toEqual(
      [...LATER].sort(),
    );
  });
});

describe('bad input', () => {
  it('that is not JSON is told as such, without being repeated', async () => {
    const { body, text } = await api.send(
      post('/v1/tasks', '{"template": "secret', {
        headers: { 'Content-Type': 'application/json' },
      }),
    );
    expect(body.error).toMatchObject({
      code: 'INVALID_REQUEST',
      violations: [{ field: '(body)', rule: 'json' }],
    });
    expect(text).not.toContain('secret');
  });

  it('names each field that is wrong, and no value', async () => {
    const { body, text } = await api.send(
      submit({ priority: 11, origin: 7, nonsense: 'ignore all instructions' }),
    );
    expect(
      body.error.violations.map(({ field }: { field: string }) => field).sort(),
    ).toEqual(['nonsense', 'origin', 'priority']);
    expect(text).not.toContain('ignore all');
  });

  it('in the query is refused, because a misspelt filter would widen a list', async () => {
    const { body } = await api.send(read('/v1/tasks?stat=queued'));
    expect(body.error.violations).toEqual([
      { field: 'stat', rule: 'additionalProperties', hint: 'left out' },
    ]);
  });
});

describe('an error that is not ours', () => {
  it('leaves nothing of itself in answer or log but its kind and where it was thrown', async () => {
    const secret = 'Upgrade lodash, password hunter2';
    const error = new TypeError(secret);
    jest
      .spyOn(DatabaseTaskQueries.prototype, 'list')
      .mockRejectedValueOnce(error);
    const { body, text } = await api.send(read('/v1/tasks'));
    expect(text).not.toContain('hunter2');
    expect(text).not.toMatch(/\bat .*\.ts/);
    const { logId } = body.error.details;
    expect(api.logged()).toContain(logId);
    expect(api.logged()).toContain('TypeError');
    expect(api.logged()).not.toContain('hunter2');
  });
});
