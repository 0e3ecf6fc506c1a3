import { request } from 'node:http';
import { Json, openSimulator, TestSimulator } from '../testing/openSimulator';

const TASKS = '/agents/repos/acme/payments-api/tasks';
const MARKER = 'at1_0198f00d_ABCDEFGH';

describe('the control API', () => {
  let simulator: TestSimulator;
  beforeEach(async () => {
    simulator = await openSimulator({ settings: { script: 'works' } });
  });
  afterEach(() => simulator.close());

  const control = async (
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Json }> => {
    const response = await fetch(`${simulator.url}/_simulator${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    return {
      status: response.status,
      body: text ? JSON.parse(text) : undefined,
    };
  };

  it('tells every creation and how many carry one marker, whatever the client heard', async () => {
    const prompt = `Do it\n\nPortal-Task-Ref: ${MARKER}`;
    await control('POST', '/faults', { kind: 'reset_after', method: 'POST' });
    await expect(simulator.start(prompt)).rejects.toThrow('fetch failed');
    await simulator.start(prompt);
    await simulator.start('Without a marker');

    const { body } = await control('GET', '/tasks');
    expect(body.created).toBe(3);
    expect(body.markers).toEqual({ [MARKER]: 2 });
    expect(body.tasks.map((task: Json) => task.marker)).toEqual([
      MARKER,
      MARKER,
      null,
    ]);
    expect(body.tasks[0]).toMatchObject({
      repository: 'acme/payments-api',
      creator: 'ana',
      prompt,
    });
  });

  it('keeps a journal of every request and counts them by operation', async () => {
    await simulator.start();
    await simulator.ask('GET', '/user', undefined, 'guess');
    await simulator.ask('GET', '/user');
    await simulator.ask('GET', '/nowhere');
    const { body } = await control('GET', '/requests');
    expect(body.total).toBe(4);
    expect(body.counts).toMatchObject({
      'POST /agents/repos/{owner}/{repo}/tasks': 1,
      'GET /user': 1,
    });
    expect(
      body.entries.map((entry: Json) => [entry.status, entry.login]),
    ).toEqual([
      [201, 'ana'],
      [401, null],
      [200, 'ana'],
      [404, 'ana'],
    ]);
    expect(body.entries[0]).toMatchObject({
      number: 1,
      at: '2026-11-20T09:00:00.000Z',
      method: 'POST',
      path: `/api/v3${TASKS}`,
      fault: null,
    });
    expect(
      (await control('GET', '/requests?after=3')).body.entries,
    ).toHaveLength(1);
    await control('DELETE', '/requests');
    expect((await control('GET', '/requests')).body.total).toBe(0);
  });

  it('takes fault orders, lists them and takes them back', async () => {
    const order = { kind: 'error_before', path: '/user', times: null };
    const { status, body } = await control('POST', '/faults', order);
    expect(status).toBe(201);
    expect((await simulator.ask('GET', '/user')).status).toBe(502);
    expect((await control('GET', '/faults')).body).toEqual([
      { ...order, id: body.id, seen: 1, hit: 1 },
    ]);
    await control('DELETE', `/faults/${body.id}`);
    expect((await simulator.ask('GET', '/user')).status).toBe(200);
  });

  it.each([
    ['/faults', { kind: 'earthquake' }, 'kind'],
    ['/faults', { kind: 'reset_before', pth: '/user' }, 'pth'],
    ['/clock', { advanceSeconds: -1 }, 'advanceSeconds'],
    ['/scripts', { script: 'dances' }, 'script'],
    ['/tasks/none', { do: 'complete' }, 'no task none'],
    ['/pulls/1', { do: 'merge' }, 'no pull request'],
    ['/tokens', { token: 'x', login: 'nobody' }, 'nobody'],
    ['/repositories', { owner: 'acme', name: 'ledger' }, 'exists'],
  ])('refuses POST %s %j and says why', async (path, body, fault) => {
    const reply = await control('POST', path, body);
    expect(reply.status).toBe(400);
    expect(reply.body.message).toContain(fault);
  });

  it('answers 404 for an order it does not know', async () => {
    expect((await control('POST', '/dance', {})).status).toBe(404);
  });

  it('moves the clock forward, never back', async () => {
    const { id } = await simulator.start();
    const { body } = await control('POST', '/clock', { advanceSeconds: 3600 });
    expect(body.now).toBe('2026-11-20T10:00:00.000Z');
    expect((await simulator.read(id)).state).toBe('completed');
    await control('POST', '/clock', { now: '2026-11-20T12:00:00Z' });
    expect((await control('GET', '/')).body.now).toBe(
      '2026-11-20T12:00:00.000Z',
    );
    const back = await control('POST', '/clock', {
      now: '2026-11-20T11:00:00Z',
    });
    expect(back.status).toBe(400);
  });

  it.each([
    ['complete', 'completed'],
    ['fail', 'failed'],
    ['time_out', 'timed_out'],
    ['idle', 'idle'],
    ['ask', 'waiting_for_user'],
    ['cancel', 'cancelled'],
  ])(
    '%s puts a task into the state %s, and nothing else follows',
    async (order, state) => {
      const { id } = await simulator.start();
      simulator.clock.advance(30_000);
      const { body } = await control('POST', `/tasks/${id}`, { do: order });
      expect(body.state).toBe(state);
      simulator.clock.advance(7_200_000);
      expect((await simulator.read(id)).state).toBe(state);
    },
  );

  it('lets an ended task begin again', async () => {
    const { id } = await simulator.start();
    simulator.clock.advance(3_600_000);
    await control('POST', `/tasks/${id}`, { do: 'resume' });
    expect(await simulator.read(id)).toMatchObject({
      state: 'queued',
      session_count: 2,
    });
  });

  it('gives a task another script while it works', async () => {
    const { id } = await simulator.start();
    simulator.clock.advance(120_000);
    await control('POST', `/tasks/${id}`, { do: 'script', script: 'fails' });
    simulator.clock.advance(300_000);
    expect((await simulator.read(id)).state).toBe('failed');
  });

  it('orders the script of the next tasks of a repository', async () => {
    const repository = 'acme/payments-api';
    await control('POST', '/scripts', {
      script: 'waits',
      times: 2,
      repository,
    });
    await simulator.ask('POST', '/agents/repos/acme/ledger/tasks', {
      prompt: 'x',
    });
    for (let count = 0; count < 3; count += 1) await simulator.start();
    const { body } = await control('GET', '/tasks');
    expect(body.tasks.map((task: Json) => task.script)).toEqual([
      'works',
      'waits',
      'waits',
      'works',
    ]);
  });

  it('does to a pull request what a person would', async () => {
    await simulator.start();
    simulator.clock.advance(3_600_000);
    const [{ id }] = (await control('GET', '/pulls')).body;
    const read = async () =>
      (await simulator.ask('GET', '/repos/acme/payments-api/pulls/1')).body;
    const order = (what: string) =>
      control('POST', `/pulls/${id}`, { do: what });

    await order('conflict');
    expect(await read()).toMatchObject({ mergeable: false });
    await order('pass_checks');
    const { head } = await read();
    const path = `/repos/acme/payments-api/commits/${head.sha}/check-runs`;
    const checks = (await simulator.ask('GET', path)).body.check_runs;
    expect(checks.map((check: Json) => check.conclusion)).toEqual([
      'success',
      'success',
    ]);
    await order('approve');
    const reviews = '/repos/acme/payments-api/pulls/1/reviews';
    expect((await simulator.ask('GET', reviews)).body[0]).toMatchObject({
      state: 'APPROVED',
      user: { login: 'bo' },
    });
    await order('ready');
    expect(await read()).toMatchObject({ draft: false, state: 'open' });
    await order('close');
    expect(await read()).toMatchObject({ state: 'closed', merged: false });
    await order('reopen');
    await order('merge');
    expect(await read()).toMatchObject({
      state: 'closed',
      merged: true,
      merged_by: { login: 'bo' },
    });
  });

  it('adds people, tokens and repositories', async () => {
    await control('POST', '/accounts', { login: 'eve' });
    await control('POST', '/tokens', {
      token: 'eve-token',
      login: 'eve',
      expiresAt: '2026-11-20T10:00:00Z',
    });
    const added = await control('POST', '/repositories', {
      owner: 'acme',
      name: 'fresh',
      collaborators: { eve: 'write' },
      agentReadyInSeconds: 30,
    });
    const ask = () =>
      simulator.ask(
        'GET',
        '/agents/repos/acme/fresh/tasks',
        undefined,
        'eve-token',
      );
    expect(added.status).toBe(201);
    expect((await ask()).status).toBe(404);
    simulator.clock.advance(30_000);
    expect((await ask()).status).toBe(200);
    await control('POST', '/tokens/revoke', { token: 'eve-token' });
    expect((await ask()).status).toBe(401);
  });

  it('forgets all that happened on reset', async () => {
    await simulator.start();
    await control('POST', '/faults', { kind: 'reset_before', times: null });
    await control('POST', '/reset');
    expect((await control('GET', '/')).body).toMatchObject({
      tasks: 0,
      requests: 0,
      faults: [],
    });
    expect((await simulator.ask('GET', '/user')).status).toBe(200);
  });

  it('answers no other name than loopback', async () => {
    const { port } = new URL(simulator.url);
    const status = await new Promise(resolve => {
      request(
        {
          host: '127.0.0.1',
          port,
          path: '/_simulator',
          headers: { host: 'evil.example' },
        },
        response => {
          response.resume();
          resolve(response.statusCode);
        },
      ).end();
    });
    expect(status).toBe(403);
  });
});
