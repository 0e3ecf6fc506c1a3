import { exampleEventWith } from '../domain/testing/exampleTask';
import { Answered, Api, emre, lodash, startApi } from './testing/startApi';

let api: Api;
beforeEach(async () => {
  api = await startApi();
});
afterEach(() => api.close());

const reason = 'Incident 7';
const acme = { kind: 'organization', ref: 'acme' };

const order = (body: object): Promise<Answered> =>
  api.send({
    method: 'post',
    path: '/v1/freezes',
    body: { scope: acme, reason, ...body },
    who: emre,
  });
const read = (path: string) => api.send({ method: 'get', path, who: emre });
const thaw = (id: string) =>
  api.send({ method: 'post', path: `/v1/freezes/${id}/thaw`, who: emre });
const submit = () =>
  api.send({
    method: 'post',
    path: '/v1/tasks',
    body: { ...lodash, allowDuplicate: true },
  });

describe('a freeze', () => {
  it('says who ordered it, why, and what waits under it', async () => {
    const waiting = await api.create();
    const running = await api.create();
    await api.happen(running.id, 'preflighted', 'claimed', 'created');
    const { status, body, headers } = await order({});
    expect(status).toBe(201);
    expect(body).toEqual({
      id: expect.any(String),
      scope: acme,
      reason,
      by: 'user:default/emre',
      since: expect.any(String),
      until: null,
      refuse: false,
      waiting: 1,
      thawedAt: null,
    });
    const path = `/v1/freezes/${body.id}`;
    expect(headers.location).toBe(`/api/agent-tasks${path}`);
    const report = await read(path);
    const { tasks, ...freeze } = report.body;
    expect(freeze).toEqual(body);
    expect(tasks.map(({ id }: { id: string }) => id)).toEqual([waiting.id]);
    expect((await read('/v1/freezes')).body).toEqual({ items: [body] });
    expect(api.logged()).toContain('docs/runbooks/freeze-and-thaw.md');
    expect(api.logged()).not.toContain(reason);
  });

  it('that is ordered twice stands once', async () => {
    const first = await order({});
    const again = await order({});
    expect(again.body.id).toBe(first.body.id);
    expect((await read('/v1/freezes')).body.items).toHaveLength(1);
  });

  it('lets new tasks in and wait, unless it refuses them', async () => {
    await order({});
    expect((await submit()).status).toBe(201);
    const { body } = await order({ refuse: true });
    const refused = await submit();
    expect(refused.status).toBe(409);
    expect(refused.body.error).toMatchObject({
      code: 'FROZEN',
      details: { freezeId: body.id },
    });
    await thaw(body.id);
    expect((await submit()).status).toBe(201);
  });

  it('ends by itself when its time has come', async () => {
    const { body } = await order({
      until: new Date(Date.now() + 3_600_000).toISOString(),
      refuse: true,
    });
    expect((await submit()).body.error.code).toBe('FROZEN');
    await api.knex('freeze').update({ until: Date.now() - 1 });
    expect((await submit()).status).toBe(201);
    expect((await read('/v1/freezes')).body.items).toEqual([]);
    const report = await read(`/v1/freezes/${body.id}`);
    expect(report.body).toMatchObject({ waiting: 1, thawedAt: null });
  });

  it('takes no end that is over already', async () => {
    const { status, body } = await order({ until: '2020-01-01T00:00:00Z' });
    expect(status).toBe(400);
    expect(body.error.violations).toEqual([
      { field: 'until', rule: 'custom', hint: 'a time to come' },
    ]);
    expect((await read('/v1/freezes')).body.items).toEqual([]);
  });

  it('of something misspelt is refused, because it would hold nothing', async () => {
    const scope = { kind: 'repository', ref: 'Acme/Payments-API' };
    const { status, body } = await order({ scope });
    expect(status).toBe(400);
    expect(body.error.violations).toMatchObject([{ field: 'scope.ref' }]);
  });

  it('keeps nobody from following and ending what runs', async () => {
    const running = await api.create();
    await api.happen(running.id, 'preflighted', 'claimed', 'created');
    await order({ refuse: true });
    const followed = await api.happen(
      running.id,
      exampleEventWith('observed', {}),
    );
    expect(followed.phase).toBe('tracking');
    const cancelled = await api.send({
      method: 'post',
      path: `/v1/tasks/${running.id}/cancel`,
    });
    expect(cancelled.status).toBe(200);
  });
});

describe('a thaw', () => {
  it('takes a freeze from the list; the report stays', async () => {
    const { body } = await order({});
    await api.create();
    const thawed = await thaw(body.id);
    expect(thawed.status).toBe(200);
    expect(thawed.body.thawedAt).toEqual(expect.any(String));
    expect((await read('/v1/freezes')).body.items).toEqual([]);
    const report = await read(`/v1/freezes/${body.id}`);
    expect(report.body).toMatchObject({
      waiting: 1,
      thawedAt: thawed.body.thawedAt,
    });
    expect((await thaw(body.id)).body).toEqual(thawed.body);
  });

  it('of what is not there is told as such', async () => {
    for (const id of ['none', 'not an id']) {
      const answer = await thaw(encodeURIComponent(id));
      expect(answer.body.error.code).toBe('FREEZE_NOT_FOUND');
    }
  });
});
