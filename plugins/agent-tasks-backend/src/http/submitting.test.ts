import {
  ana,
  Api,
  bo,
  emre,
  lodash,
  startApi,
  through,
} from './testing/startApi';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());

const post = (path: string, body: unknown, more: object = {}) =>
  api.send({ method: 'post', path, body, ...more });

describe('a new task', () => {
  it('answers 201 with itself, its address and its ETag', async () => {
    const { status, body, headers } = await post('/v1/tasks', lodash);
    expect(status).toBe(201);
    expect(headers.location).toBe(`/api/agent-tasks/v1/tasks/${body.id}`);
    expect(headers.etag).toBe(`"${body.revision}"`);
    expect(body).toMatchObject({
      status: 'waiting',
      state: 'queued',
      phase: 'queued',
      title: 'Upgrade a dependency',
      entityRef: lodash.entityRef,
      ownerRefs: ['group:default/payments'],
      repository: { host: 'github.com', slug: 'acme/payments-api' },
      requester: { ref: 'user:default/ana', type: 'user' },
      identity: { id: 'portal', type: 'token', login: null },
      policy: { id: 'services', version: 3, result: 'allow' },
      parameters: { dependency: 'lodash', depth: 'one' },
      cost: { unit: 'ai_credits', estimated: 120, actual: null },
      stages: [{ stage: 'asked' }, { stage: 'waiting' }],
      allowedActions: ['update', 'cancel'],
    });
    expect(body.prompt).toContain('Upgrade lodash (one)');
    // The tracking line is shown to nobody before tracking.
    expect(body.prompt).not.toContain('Portal-Task-Ref');
  });

  it('waits for a yes where the policy wants one, and says what the yes binds to', async () => {
    const task = await api.create({ entityRef: 'component:default/vault' });
    expect(task).toMatchObject({
      status: 'needs_approval',
      attention: 'approval',
      policy: { result: 'ask' },
      approvalDigest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/),
      routedTo: ['group:default/payments'],
    });
  });
});

describe('an Idempotency-Key', () => {
  const headers = { 'Idempotency-Key': 'click-1' };

  it('gives the same task again, marked as a replay, as it is now', async () => {
    const body = { ...lodash, title: 'Once', allowDuplicate: true };
    const first = await post('/v1/tasks', body, { headers });
    const rows = await api.rows();
    await api.happen(first.body.id, 'cancelRequested');
    const again = await post('/v1/tasks', body, { headers });
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(first.headers['idempotent-replayed']).toBeUndefined();
    expect(again.headers['idempotent-replayed']).toBe('true');
    expect(again.body).toMatchObject({
      id: first.body.id,
      state: 'cancelled',
    });
    expect((await api.rows()).task).toBe(rows.task);
  });

  it('is the key of one caller alone', async () => {
    const body = { ...lodash, title: 'Each', allowDuplicate: true };
    const key = { 'Idempotency-Key': 'shared' };
    const mine = await post('/v1/tasks', body, { headers: key });
    const theirs = await post('/v1/tasks', body, { headers: key, who: bo });
    expect(theirs.status).toBe(201);
    expect(theirs.body.id).not.toBe(mine.body.id);
  });

  it('makes one task of two requests at once', async () => {
    const body = { ...lodash, title: 'At once', allowDuplicate: true };
    const key = { 'Idempotency-Key': 'at-once' };
    const sent = [1, 2, 3, 4].map(() =>
      post('/v1/tasks', body, { headers: key }),
    );
    const answers = await Promise.all(sent);
    expect(new Set(answers.map(answer => answer.body.id)).size).toBe(1);
    expect(answers.map(({ status }) => status).sort()).toEqual([
      200, 200, 200, 201,
    ]);
  });

  it('of more than printable characters is refused', async () => {
    const { body } = await post('/v1/tasks', lodash, {
      headers: { 'Idempotency-Key': 'k'.repeat(256) },
    });
    expect(body.error.violations).toEqual([
      {
        field: 'Idempotency-Key',
        rule: 'pattern',
        hint: '1 to 255 printable ASCII characters',
      },
    ]);
  });

  it('is not kept for a request that was refused', async () => {
    const key = { 'Idempotency-Key': 'refused-first' };
    const wrong = { ...lodash, parameters: {} };
    expect((await post('/v1/tasks', wrong, { headers: key })).status).toBe(422);
    const right = { ...lodash, title: 'Right', allowDuplicate: true };
    expect((await post('/v1/tasks', right, { headers: key })).status).toBe(201);
  });
});

it('an agent that repeats itself without a key gets its first task', async () => {
  const who = through('plugin:mcp-actions');
  const body = { ...lodash, parameters: { dependency: 'react' } };
  const first = await post('/v1/tasks', body, { who });
  const again = await post('/v1/tasks', body, { who });
  expect([first.status, again.status]).toEqual([201, 200]);
  expect(again.body.id).toBe(first.body.id);
});

describe('a preview', () => {
  it('writes nothing, calls nothing outside, and shows what would happen', async () => {
    const before = await api.everything();
    const body = { ...lodash, parameters: { dependency: 'express' } };
    const { status, body: preview } = await post('/v1/previews', body);
    expect(status).toBe(200);
    expect(preview).toMatchObject({
      prompt: expect.stringContaining('Upgrade express'),
      policy: { result: 'allow', id: 'services', version: 3 },
      identity: { id: 'portal' },
      errors: [],
    });
    expect(preview.prompt).toContain('(set when the task starts)');
    expect(await api.everything()).toEqual(before);
    expect(api.provider.calls).toEqual({});
    expect(
      api.audits().filter(({ eventId }) => eventId === 'task-preview'),
    ).toEqual([]);
  });

  it('tells every error of a submit, each with its next step', async () => {
    const body = { ...lodash, model: 'opus', parameters: {} };
    const { body: preview } = await post('/v1/previews', body);
    expect(
      preview.errors.map(({ code }: { code: string }) => code).sort(),
    ).toEqual(['MODEL_NOT_ALLOWED', 'PARAMETERS_INVALID']);
  });
});

describe('templates', () => {
  it('say whether they fit an entity, and why not', async () => {
    const { body } = await api.send({
      method: 'get',
      path: '/v1/templates?entityRef=component:default/library',
      who: ana,
    });
    const bump = body.items.find(
      ({ ref }: { ref: string }) =>
        ref === 'agenttasktemplate:default/dependency-bump',
    );
    expect(bump).toMatchObject({ trusted: true, fits: false });
    expect(bump.reasons).toHaveLength(1);
  });
});

describe('running again', () => {
  const failed = async () => {
    const task = await api.create();
    await api.happen(task.id, 'preflighted', 'claimed', 'refused');
    return task;
  };

  it('makes a child of an ended task, which stays as it is', async () => {
    const parent = await failed();
    const { status, body, headers } = await post(
      `/v1/tasks/${parent.id}/retry`,
      { addition: 'Keep the lock file.', reason: 'It was cut off' },
      { who: bo, headers: { 'Idempotency-Key': 'again' } },
    );
    expect(status).toBe(201);
    expect(body).toMatchObject({
      parentTaskId: parent.id,
      requester: { ref: 'user:default/bo' },
      prompt: expect.stringContaining('Keep the lock file.'),
    });
    expect(headers.location).toContain(body.id);
    expect((await api.stored(parent.id)).phase).toBe('refused');
    const again = await post(
      `/v1/tasks/${parent.id}/retry`,
      { addition: 'Keep the lock file.', reason: 'It was cut off' },
      { who: bo, headers: { 'Idempotency-Key': 'again' } },
    );
    expect(again.status).toBe(200);
    expect(again.body.id).toBe(body.id);
  });

  it('is refused while the first runs, saying what can be done instead', async () => {
    const task = await api.create();
    const { body } = await post(
      `/v1/tasks/${task.id}/retry`,
      {},
      { who: emre },
    );
    expect(body.error).toMatchObject({
      code: 'TASK_STATE_CONFLICT',
      details: {
        taskId: task.id,
        state: 'queued',
        allowedActions: ['update', 'cancel'],
      },
    });
  });
});
