import { exampleEventWith } from '../domain/testing/exampleTask';
import { exampleConfig } from './testing/exampleConfig';
import { ana, Api, bo, chidi, emre, startApi, Who } from './testing/startApi';

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

const get = (
  path: string,
  more: { who?: Who; headers?: Record<string, string> } = {},
) => api.send({ method: 'get', path, ...more });
const idsOf = (items: { id: string }[]) => items.map(({ id }) => id);

describe('the inbox', () => {
  it('of a team has what is routed to it, and not what somebody else has taken', async () => {
    const open = await api.create({ entityRef: 'component:default/vault' });
    const taken = await api.create({ entityRef: 'component:default/vault' });
    await api.happen(
      taken.id,
      exampleEventWith('updated', { assignee: 'user:default/ana' }),
    );
    const team = await get('/v1/inbox?scope=team', { who: bo });
    expect(team.body.groups).toMatchObject([
      { attention: 'approval', count: 1 },
    ]);
    expect(idsOf(team.body.groups[0].items)).toEqual([open.id]);
    const mine = await get('/v1/inbox', { who: ana });
    expect(idsOf(mine.body.groups[0].items)).toEqual([taken.id]);
  });

  it('of other people stays closed', async () => {
    await api.create({ entityRef: 'component:default/vault' });
    const { body } = await get(
      '/v1/inbox?scope=team&group=group:default/payments',
      { who: chidi },
    );
    expect(body).toEqual({ groups: [], snoozed: { count: 0, items: [] } });
  });

  it('keeps apart what sleeps', async () => {
    const task = await api.create({ entityRef: 'component:default/vault' });
    await api.happen(
      task.id,
      exampleEventWith('updated', { snoozedUntil: Date.now() + 3_600_000 }),
    );
    const { body } = await get('/v1/inbox?scope=team', { who: bo });
    expect(body.groups).toEqual([]);
    expect(idsOf(body.snoozed.items)).toEqual([task.id]);
  });
});

describe('the queue', () => {
  it('says what waits for what, where it stands, and how far the limits are used', async () => {
    const [first, second] = [await api.create(), await api.create()];
    for (const { id } of [first, second]) {
      await api.happen(
        id,
        exampleEventWith('heldChanged', {
          held: {
            reason: 'owner_limit',
            ref: 'group:default/payments',
            since: Date.now(),
            used: 5,
            limit: 5,
          },
        }),
      );
    }
    const running = await api.create();
    await api.happen(running.id, 'preflighted', 'claimed', 'created');
    const { body } = await get('/v1/queue', { who: chidi });
    expect(body.items).toMatchObject([
      { position: 1, held: { reason: 'owner_limit', limit: 5 } },
      { position: 2, held: { reason: 'owner_limit' } },
    ]);
    // Ten minutes by the template's estimate, in turns of five.
    expect(body.items[0].task.queue).toEqual({
      position: 1,
      startsInSeconds: 600,
      basis: 'template',
    });
    expect(body.limits).toContainEqual(
      expect.objectContaining({
        scope: 'owner',
        ref: 'group:default/payments',
        used: 1,
      }),
    );
    expect(body.identities).toMatchObject([{ id: 'portal', state: 'ready' }]);
    expect(body.capacity).toEqual([]);
  });

  it('says how much of what a team can review is used, where that is limited', async () => {
    await api.close();
    const limits = { ...(exampleConfig.limits as object), reviewCapacity: 5 };
    api = await startApi({ agentTasks: { ...exampleConfig, limits } });
    const [running] = [await api.create(), await api.create()];
    await api.happen(running.id, 'preflighted', 'claimed', 'created');
    const { body } = await get('/v1/queue', { who: chidi });
    expect(body.capacity).toEqual([
      { ownerRef: 'group:default/payments', used: 1, limit: 5, external: 0 },
    ]);
  });
});

it('policies say what they match, and how much they are used', async () => {
  await api.create();
  const { body } = await get('/v1/policies', { who: chidi });
  expect(body.items.map(({ id }: { id: string }) => id)).toEqual([
    'careful',
    'tight',
    'full',
    'released',
    'services',
  ]);
  expect(body.items[4]).toMatchObject({
    version: 3,
    match: { organizations: ['acme'] },
    use: { tasks: 1, lastUsedAt: expect.any(String) },
  });
});

it('operations show loops, identities and what an operator has to settle', async () => {
  const { id } = await api.quarantined();
  await api.create();
  const { body } = await get('/v1/operations', { who: emre });
  const names = body.loops.map(({ name }: { name: string }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['preflight', 'dispatch', 'resolve', 'perform']),
  );
  const perform = body.loops.find(
    ({ name }: { name: string }) => name === 'perform',
  );
  expect(perform.due).toBeGreaterThan(0);
  // Nothing has run yet in this process: its loops stand still.
  expect(perform).toMatchObject({ lastPassAt: null, failures: 0 });
  expect(body.anomalies).toMatchObject([
    { kind: 'quarantined', count: 1, taskIds: [id] },
  ]);
  expect(JSON.stringify(body)).not.toContain('token-of-the-example');
});

it('operations show until when each identity holds, and whether it still does', async () => {
  const expiresAt = Date.UTC(2099, 0, 1);
  const healthOf = async () =>
    (await get('/v1/operations', { who: emre })).body.identities[0];
  const { id } = await healthOf();
  await api.knex('identity').insert({
    id,
    login: 'acme-agent',
    expires_at: expiresAt,
  });
  expect(await healthOf()).toMatchObject({
    login: 'acme-agent',
    state: 'ready',
    expiresAt: new Date(expiresAt).toISOString(),
  });
  await api.knex('identity').where({ id }).update({ expires_at: 1 });
  expect(await healthOf()).toMatchObject({ state: 'expired' });
  await api.knex('identity').where({ id }).update({ invalid_since: 1 });
  expect(await healthOf()).toMatchObject({ state: 'invalid' });
});

it('operations name what was lost sight of, and that somebody waits for nobody', async () => {
  const task = await api.create();
  await api.happen(task.id, 'preflighted', 'claimed', 'created');
  const { document } = await api.knex('task').where({ id: task.id }).first();
  await api
    .knex('task')
    .where({ id: task.id })
    .update({
      document: JSON.stringify({
        ...JSON.parse(document),
        gone: { count: 2, since: Date.now() - 11 * 60_000 },
      }),
    });
  await api.happen(task.id, 'readFailed');
  const lost = await api.stored(task.id);
  expect(lost.flags).toContain('access_lost');
  await api.knex('task_route').delete();
  const { body } = await get('/v1/operations', { who: emre });
  expect(body.anomalies).toMatchObject([
    {
      kind: 'access_lost',
      count: 1,
      taskIds: [task.id],
      since: new Date(lost.attentionSince!).toISOString(),
    },
    { kind: 'unrouted_attention', count: 1, taskIds: [] },
  ]);
});

it('operations show the breakers that opened, and why', async () => {
  await api.knex('breaker').insert({
    scope_kind: 'template',
    scope_ref: 'agenttasktemplate:default/dependency-bump',
    state: 'open',
    since: Date.UTC(2026, 10, 20, 12),
    until: Date.UTC(2026, 10, 20, 13),
    reason: 'second_start',
    openings: 1,
    failures: 0,
  });
  const { body } = await get('/v1/operations', { who: emre });
  expect(body.breakers).toEqual([
    {
      name: 'template',
      ref: 'agenttasktemplate:default/dependency-bump',
      state: 'open',
      reason: 'second_start',
      since: '2026-11-20T12:00:00.000Z',
      until: '2026-11-20T13:00:00.000Z',
    },
  ]);
});
