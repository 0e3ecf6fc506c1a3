import { connect } from 'node:net';
import { openSimulator, TestSimulator } from '../testing/openSimulator';
import { FaultKind, FaultOrder, faultsAfter, faultsBefore } from './FaultOrder';
import { pathPattern } from './pathPattern';

const TASKS = '/agents/repos/acme/payments-api/tasks';

describe('an ordered fault', () => {
  let simulator: TestSimulator;
  beforeEach(async () => {
    simulator = await openSimulator();
  });
  afterEach(() => simulator.close());

  const order = (fault: FaultOrder) =>
    simulator.control.fault({ path: '/agents/**', ...fault });
  const create = () => simulator.ask('POST', TASKS, { prompt: 'Do it' });
  const created = () => simulator.control.tasks().created;
  const lastEntry = () => simulator.control.requests().entries.slice(-1)[0];

  it.each<[FaultKind, number]>([
    ['reset_before', 0],
    ['reset_after', 1],
  ])('%s cuts the connection, with %d tasks created', async (kind, tasks) => {
    order({ kind });
    await expect(create()).rejects.toThrow('fetch failed');
    expect(created()).toBe(tasks);
    expect(lastEntry()).toMatchObject({ status: 0, fault: kind, login: 'ana' });
    expect((await create()).status).toBe(201);
  });

  it.each<[FaultKind, number]>([
    ['error_before', 0],
    ['error_after', 1],
  ])('%s answers 5xx, with %d tasks created', async (kind, tasks) => {
    order({ kind, status: 503 });
    expect(await create()).toMatchObject({
      status: 503,
      body: { message: 'Server Error' },
    });
    expect(created()).toBe(tasks);
    expect(lastEntry()).toMatchObject({ status: 503, fault: kind });
  });

  it.each<[FaultKind, number]>([
    ['slow_before', 0],
    ['slow_after', 1],
  ])(
    '%s holds the request until withdrawn, with %d tasks created',
    async (kind, tasks) => {
      const { id } = order({ kind });
      const reply = create();
      while (simulator.control.faults()[0].hit === 0) {
        await simulator.ask('GET', '/user');
      }
      // One more round trip, so that a request that is not held would have been carried out.
      await simulator.ask('GET', '/user');
      expect(created()).toBe(tasks);
      simulator.control.withdrawFaults(id);
      expect((await reply).status).toBe(201);
      expect(created()).toBe(1);
    },
  );

  it('slow_before with a delay goes on by itself', async () => {
    order({ kind: 'slow_before', delayMs: 1 });
    expect((await create()).status).toBe(201);
  });

  it.each<FaultKind>(['slow_before', 'slow_after'])(
    '%s carries a request out whose client gives up',
    async kind => {
      const { id } = order({ kind });
      const { port } = new URL(simulator.url);
      const socket = connect(Number(port), '127.0.0.1');
      const body = '{"prompt":"x"}';
      socket.write(
        `POST /api/v3${TASKS} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: token ana-token\r\n` +
          `content-length: ${body.length}\r\n\r\n${body}`,
      );
      while (simulator.control.faults()[0].hit === 0) {
        await simulator.ask('GET', '/user');
      }
      socket.destroy();
      simulator.control.withdrawFaults(id);
      expect((await simulator.ask('GET', '/user')).status).toBe(200);
      expect(created()).toBe(1);
    },
  );

  it('finds nothing to carry out where a client is cut off in the middle of its body', async () => {
    const { port } = new URL(simulator.url);
    const socket = connect(Number(port), '127.0.0.1');
    socket.write(
      `POST /api/v3${TASKS} HTTP/1.1\r\nhost: 127.0.0.1\r\nauthorization: token ana-token\r\n` +
        `content-length: 99\r\n\r\n{"prompt":`,
      () => socket.resetAndDestroy(),
    );
    const isCut = () =>
      simulator.control.requests().entries.some(({ status }) => status === 0);
    while (!isCut()) await simulator.ask('GET', '/user');
    expect(created()).toBe(0);
  });

  it('primary_limit names its end', async () => {
    order({ kind: 'primary_limit', retryAfter: 120 });
    const { status, headers } = await create();
    expect(status).toBe(403);
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect(headers.get('x-ratelimit-reset')).toBe(
      String(simulator.clock.now() / 1000 + 120),
    );
    expect(headers.get('x-github-request-id')).not.toBeNull();
    expect(created()).toBe(0);
  });

  it.each([403, 429])(
    'secondary_limit answers %d with retry-after',
    async status => {
      order({ kind: 'secondary_limit', status, retryAfter: 7 });
      const reply = await create();
      expect(reply.status).toBe(status);
      expect(reply.headers.get('retry-after')).toBe('7');
      expect(reply.body.message).toContain('secondary rate limit');
      expect(created()).toBe(0);
    },
  );

  it.each([
    ['malformed_json', 'application/json; charset=utf-8', /^\{"id":/],
    ['html_body', 'text/html', /^<!DOCTYPE html>/],
    ['empty_body', 'application/json; charset=utf-8', /^$/],
  ] as const)(
    '%s creates, and tells it unreadably',
    async (kind, type, text) => {
      order({ kind });
      const reply = await create();
      expect(reply.status).toBe(201);
      expect(reply.body).toBeUndefined();
      expect(reply.text).toMatch(text);
      expect(reply.headers.get('content-type')).toBe(type);
      expect(created()).toBe(1);
    },
  );

  it.each([301, 307])('redirect answers %d without creating', async status => {
    order({
      kind: 'redirect',
      status,
      location: 'http://127.0.0.1:9/elsewhere',
    });
    const reply = await create();
    expect(reply.status).toBe(status);
    expect(reply.headers.get('location')).toBe('http://127.0.0.1:9/elsewhere');
    expect(created()).toBe(0);
  });

  it('no_request_id answers as ever, without GitHub’s mark', async () => {
    order({ kind: 'no_request_id' });
    const reply = await create();
    expect(reply.status).toBe(201);
    expect(reply.headers.get('x-github-request-id')).toBeNull();
  });

  it('withoutRequestId makes an error look like a proxy’s', async () => {
    order({ kind: 'error_before', status: 403, withoutRequestId: true });
    const reply = await create();
    expect(reply.status).toBe(403);
    expect(reply.headers.get('x-github-request-id')).toBeNull();
  });

  it('hits the nth matching request, and the next ones as often as ordered', async () => {
    order({
      kind: 'error_before',
      method: 'POST',
      path: '/agents/repos/*/*/tasks',
      nth: 2,
      times: 2,
    });
    const statuses = [];
    for (let count = 0; count < 5; count += 1) {
      await simulator.ask('GET', '/agents/tasks');
      statuses.push((await create()).status);
    }
    expect(statuses).toEqual([201, 502, 502, 201, 201]);
  });

  it('hits only the person it names', async () => {
    order({ kind: 'error_before', path: '/user', login: 'bo', times: null });
    const status = async (token: string) =>
      (await simulator.ask('GET', '/user', undefined, token)).status;
    expect([await status('ana-token'), await status('bo-token')]).toEqual([
      200, 502,
    ]);
  });

  it('falls by chance the same way for the same seed', async () => {
    const fall = async () => {
      const one = await openSimulator({ seed: 7 });
      one.control.fault({
        kind: 'error_before',
        times: null,
        probability: 0.5,
      });
      const statuses = [];
      for (let count = 0; count < 20; count += 1) {
        statuses.push((await one.ask('GET', '/user')).status);
      }
      await one.close();
      return statuses;
    };
    const first = await fall();
    expect(await fall()).toEqual(first);
    expect(new Set(first)).toEqual(new Set([200, 502]));
  });

  it('is gone once withdrawn', async () => {
    order({ kind: 'error_before', times: null });
    simulator.control.withdrawFaults();
    expect((await create()).status).toBe(201);
  });

  it('of every kind is named once', () => {
    const kinds = [...faultsBefore, ...faultsAfter];
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});

describe('the path of a fault order', () => {
  it.each([
    ['/agents/repos/*/*/tasks', '/agents/repos/acme/x/tasks', true],
    ['/agents/repos/{owner}/{repo}/tasks', '/agents/repos/acme/x/tasks', true],
    ['/agents/repos/*/*/tasks', '/agents/repos/acme/x/tasks/1', false],
    ['/agents/**', '/agents/repos/acme/x/tasks/1', true],
    ['/repos/acme/x.y', '/repos/acme/x-y', false],
    ['**', '/api/graphql', true],
  ])('%s and %s: %s', (glob, path, fits) => {
    expect(pathPattern(glob).test(path)).toBe(fits);
  });
});
