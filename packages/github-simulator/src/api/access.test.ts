import { openSimulator, TestSimulator } from '../testing/openSimulator';

const TASKS = '/agents/repos/acme/payments-api/tasks';

describe('who may do what', () => {
  let simulator: TestSimulator;
  beforeEach(async () => {
    simulator = await openSimulator();
  });
  afterEach(() => simulator.close());

  const addToken = (token: object) =>
    simulator.control.addToken({ token: 'extra', login: 'ana', ...token });

  it('answers 401 without a token and with an unknown one', async () => {
    expect(await simulator.ask('GET', '/user', undefined, '')).toMatchObject({
      status: 401,
      body: { message: 'Requires authentication' },
    });
    expect(
      await simulator.ask('GET', '/user', undefined, 'guess'),
    ).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    });
  });

  it('answers 401 to a revoked token', async () => {
    expect((await simulator.ask('GET', '/user')).status).toBe(200);
    simulator.control.revokeToken('ana-token');
    expect(await simulator.ask('GET', '/user')).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    });
  });

  it('tells when a token expires, and answers 401 afterwards', async () => {
    addToken({ expiresAt: simulator.clock.now() + 60_000 });
    const before = await simulator.ask('GET', '/user', undefined, 'extra');
    expect(before.headers.get('github-authentication-token-expiration')).toBe(
      '2026-11-20 09:01:00 UTC',
    );
    simulator.clock.advance(60_000);
    expect(
      (await simulator.ask('GET', '/user', undefined, 'extra')).status,
    ).toBe(401);
  });

  it.each([
    ['an installation token', { kind: 'installation' as const }, 'integration'],
    [
      'a token without "Agent tasks"',
      { agentTasks: 'none' as const },
      'personal access token',
    ],
    [
      'a token that may only read agent tasks',
      { agentTasks: 'read' as const },
      'personal access token',
    ],
  ])('refuses %s with 403', async (_, token, by) => {
    addToken(token);
    expect(
      await simulator.ask('POST', TASKS, { prompt: 'Do it' }, 'extra'),
    ).toMatchObject({
      status: 403,
      body: { message: `Resource not accessible by ${by}` },
    });
    expect(simulator.control.tasks().created).toBe(0);
  });

  it('lets a token that may read agent tasks read them', async () => {
    addToken({ agentTasks: 'read' });
    const { status } = await simulator.ask('GET', TASKS, undefined, 'extra');
    expect(status).toBe(200);
  });

  it('refuses a person without a seat with 403', async () => {
    const reply = await simulator.ask(
      'GET',
      '/agents/tasks',
      undefined,
      'cy-token',
    );
    expect(reply).toMatchObject({ status: 403 });
    expect(reply.body.message).toContain('seat');
  });

  it('refuses a start by somebody who may only read with 403', async () => {
    simulator.control.addAccount({ login: 'cy', seat: true });
    const reply = await simulator.ask(
      'POST',
      TASKS,
      { prompt: 'Do it' },
      'cy-token',
    );
    expect(reply.status).toBe(403);
  });

  it('does not show a private repository to a stranger', async () => {
    const { id } = await simulator.start();
    for (const path of [
      '/repos/acme/payments-api',
      TASKS,
      `/agents/tasks/${id}`,
    ]) {
      expect(
        (await simulator.ask('GET', path, undefined, 'dee-token')).status,
      ).toBe(404);
    }
  });

  it('shows a token only the repositories it was made for', async () => {
    addToken({ repositories: ['acme/ledger'] });
    const see = async (name: string) =>
      (await simulator.ask('GET', `/repos/acme/${name}`, undefined, 'extra'))
        .status;
    expect([await see('ledger'), await see('payments-api')]).toEqual([
      200, 404,
    ]);
  });

  it('answers 404 while the agent is off or not ready', async () => {
    simulator.control.repository('acme/payments-api', {
      agentReadyInSeconds: 30,
    });
    const status = async () => (await simulator.ask('GET', TASKS)).status;
    expect(await status()).toBe(404);
    simulator.clock.advance(30_000);
    expect(await status()).toBe(200);
    simulator.control.repository('acme/payments-api', { agentEnabled: false });
    expect(await status()).toBe(404);
  });

  it('redirects the old name of a repository, and serves it by its id', async () => {
    const { id } = (await simulator.ask('GET', '/repos/acme/payments-api'))
      .body;
    simulator.control.repository('acme/payments-api', { name: 'payments' });
    const read = await simulator.ask('GET', TASKS);
    const write = await simulator.ask('POST', TASKS, { prompt: 'Do it' });
    expect([read.status, write.status]).toEqual([301, 307]);
    expect(write.headers.get('location')).toBe(
      `${simulator.apiUrl}/agents/repos/acme/payments/tasks`,
    );
    expect(simulator.control.tasks().created).toBe(0);
    expect(
      (await simulator.ask('GET', `/repositories/${id}`)).body.full_name,
    ).toBe('acme/payments');
    expect(
      (await simulator.ask('GET', `/repositories/${id}/pulls`)).status,
    ).toBe(200);
  });
});

describe('the limits', () => {
  const limited = (limits: object) =>
    openSimulator({
      settings: {
        limits: {
          requestsPerHour: null,
          pointsPerMinute: null,
          creationsPerMinute: null,
          creationsPerHour: null,
          concurrent: null,
          ...limits,
        },
      },
    });

  it('count a person over all their tokens, and end after an hour', async () => {
    const simulator = await limited({ requestsPerHour: 2 });
    simulator.control.addToken({ token: 'second', login: 'ana' });
    const ask = (token: string) =>
      simulator.ask('GET', '/user', undefined, token);
    expect((await ask('ana-token')).headers.get('x-ratelimit-remaining')).toBe(
      '1',
    );
    expect((await ask('second')).status).toBe(200);
    const refused = await ask('ana-token');
    expect(refused.status).toBe(403);
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    expect((await ask('bo-token')).status).toBe(200);
    simulator.clock.advance(3_600_000);
    expect((await ask('second')).status).toBe(200);
    await simulator.close();
  });

  it.each([
    ['creations per minute', { creationsPerMinute: 1 }, 1],
    ['creations per hour', { creationsPerHour: 1 }, 1],
    [
      'points per minute, of which a write takes five',
      { pointsPerMinute: 9 },
      1,
    ],
  ])('refuse with retry-after above the %s', async (_, limits, allowed) => {
    const simulator = await limited(limits);
    for (let started = 0; started < allowed; started += 1)
      await simulator.start();
    const refused = await simulator.ask('POST', TASKS, { prompt: 'One more' });
    expect(refused.status).toBe(403);
    expect(refused.headers.get('retry-after')).toBe('60');
    expect(refused.body.message).toContain('secondary rate limit');
    expect(simulator.control.tasks().created).toBe(allowed);
    await simulator.close();
  });

  it('let an unchanged answer go for free', async () => {
    const simulator = await limited({ requestsPerHour: 100 });
    const first = await simulator.ask('GET', '/user');
    const response = await fetch(`${simulator.apiUrl}/user`, {
      headers: {
        authorization: 'Bearer ana-token',
        'if-none-match': first.headers.get('etag') ?? '',
      },
    });
    expect(response.status).toBe(304);
    const { body } = await simulator.ask('GET', '/rate_limit');
    expect(body.rate.used).toBe(2);
    await simulator.close();
  });
});
