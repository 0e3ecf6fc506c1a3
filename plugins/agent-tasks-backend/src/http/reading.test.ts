import { exampleEventWith } from '../domain/testing/exampleTask';
import {
  examplePullRequest,
  exampleProviderTask,
} from '../domain/testing/exampleData';
import { Api, bo, chidi, service, startApi, Who } from './testing/startApi';

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

describe('one task', () => {
  it('has its revision as ETag, and is not sent twice to whoever has it', async () => {
    const { id, revision } = await api.create();
    const first = await get(`/v1/tasks/${id}`);
    expect(first.headers.etag).toBe(`"${revision}"`);
    const headers = { 'If-None-Match': first.headers.etag };
    const again = await get(`/v1/tasks/${id}`, { headers });
    expect(again.status).toBe(304);
    expect(again.text).toBe('');
    await api.happen(id, 'cancelRequested');
    const changed = await get(`/v1/tasks/${id}`, { headers });
    expect(changed.status).toBe(200);
    expect(changed.body.revision).toBeGreaterThan(revision);
  });

  it('is waited for: the answer comes with the change', async () => {
    const { id, revision } = await api.create();
    const waiting = get(`/v1/tasks/${id}?waitSeconds=30`, {
      headers: { 'If-None-Match': `"${revision}"` },
    });
    await api.happen(id, 'cancelRequested');
    const { status, body } = await waiting;
    expect(status).toBe(200);
    expect(body.state).toBe('cancelled');
  });

  it('that does not change in that time is 304', async () => {
    const { id, revision } = await api.create();
    const { status } = await get(`/v1/tasks/${id}?waitSeconds=1`, {
      headers: { 'If-None-Match': `"${revision}"` },
    });
    expect(status).toBe(304);
  });

  it('waits no longer than it may', async () => {
    const { id } = await api.create();
    const { body } = await get(`/v1/tasks/${id}?waitSeconds=31`);
    expect(body.error.violations).toEqual([
      { field: 'waitSeconds', rule: 'maximum', hint: 'at most 30' },
    ]);
  });

  it('shows what the provider made of it, and nothing that was not read', async () => {
    const { id } = await api.create();
    await api.happen(id, 'preflighted', 'claimed', 'created');
    await api.happen(
      id,
      exampleEventWith('observed', {
        sentAt: Date.now(),
        providerTask: exampleProviderTask({
          state: 'completed',
          updatedAt: Date.now() + 1,
          url: 'https://github.com/copilot/tasks/p1',
          sessions: [
            {
              id: 's1',
              state: 'completed',
              createdAt: Date.now(),
              completedAt: Date.now() + 60_000,
              model: 'sonnet',
              usage: { unit: 'ai_credits', amount: 33.6 },
            },
          ],
        }),
      }),
      exampleEventWith('artifactsRead', {
        pullRequests: [examplePullRequest({ outOfScope: ['README.md'] })],
        flags: ['out_of_scope_files'],
      }),
    );
    const { body } = await get(`/v1/tasks/${id}`);
    expect(body).toMatchObject({
      status: 'in_review',
      providerState: 'completed',
      provider: { taskId: 'p1', url: 'https://github.com/copilot/tasks/p1' },
      model: { requested: 'auto', used: 'sonnet' },
      sessions: [
        { number: 1, parent: null, providerSessionId: 's1', credits: 33.6 },
      ],
      artifacts: [
        {
          type: 'pull_request',
          number: 214,
          draft: true,
          outOfScope: ['README.md'],
        },
      ],
      cost: { unit: 'ai_credits', estimated: 120, actual: 33.6 },
      flags: ['out_of_scope_files', 'shared_identity'],
      attention: 'review',
    });
    const stages = body.stages.map(({ stage }: { stage: string }) => stage);
    expect(stages).toEqual(['asked', 'waiting', 'working', 'review']);
  });

  it('hides prompt and parameters from services that did not ask for it', async () => {
    const { id } = await api.create();
    const mine = await api.create({}, service);
    const { body } = await get(`/v1/tasks/${id}`, { who: service });
    expect(body).toMatchObject({ prompt: null, parameters: null });
    const { body: own } = await get(`/v1/tasks/${mine.id}`, { who: service });
    expect(own.prompt).toEqual(expect.any(String));
  });
});

describe('lists', () => {
  it('come in pages that neither repeat nor skip', async () => {
    const made: string[] = [];
    for (let count = 0; count < 7; count++) {
      made.push((await api.create()).id);
    }
    const seen: string[] = [];
    let cursor = '';
    let pages = 0;
    do {
      const { body } = await get(
        `/v1/tasks?limit=3${cursor && `&cursor=${cursor}`}`,
      );
      seen.push(...idsOf(body.items));
      expect(body.totalItems).toBe(7);
      cursor = body.nextCursor ?? '';
      pages += 1;
    } while (cursor);
    expect(pages).toBe(3);
    expect([...seen].sort()).toEqual([...made].sort());
  });

  it('leave out what is long', async () => {
    await api.create();
    const { body } = await get('/v1/tasks');
    for (const long of ['prompt', 'parameters', 'sessions', 'stages']) {
      expect(body.items[0]).not.toHaveProperty(long);
    }
  });

  it('take repeated filters as alternatives, and different ones together', async () => {
    const plain = await api.create({ title: 'Plain' });
    const vault = await api.create({ entityRef: 'component:default/vault' });
    await api.create({}, service);
    const both = await get(
      '/v1/tasks?status=waiting&status=needs_approval&requesterRef=user:default/ana',
    );
    expect(idsOf(both.body.items).sort()).toEqual([plain.id, vault.id].sort());
    const one = await get('/v1/tasks?status=waiting&q=plain');
    expect(idsOf(one.body.items)).toEqual([plain.id]);
  });

  it('refuse a cursor that was given out for another order', async () => {
    for (let count = 0; count < 2; count++) await api.create();
    const { body } = await get('/v1/tasks?limit=1');
    const other = await get(
      `/v1/tasks?limit=1&order=updatedAt&cursor=${body.nextCursor}`,
    );
    expect(other.body.error.violations[0].field).toBe('cursor');
  });
});

describe('the record', () => {
  it('is a story: who did what, when and why, in pages', async () => {
    const task = await api.create({ entityRef: 'component:default/vault' });
    await api.send({
      method: 'post',
      path: `/v1/tasks/${task.id}/reject`,
      body: { reason: 'Not this quarter' },
      who: bo,
    });
    const first = await get(`/v1/tasks/${task.id}/events?limit=1`);
    expect(first.body.items).toMatchObject([
      {
        seq: 1,
        type: 'submittedForApproval',
        actor: { type: 'user', ref: 'user:default/ana' },
        to: 'pending_approval',
      },
    ]);
    const rest = await get(
      `/v1/tasks/${task.id}/events?cursor=${first.body.nextCursor}`,
    );
    expect(rest.body.items).toMatchObject([
      {
        seq: 2,
        type: 'rejected',
        actor: { ref: 'user:default/bo' },
        reason: 'Not this quarter',
        from: 'pending_approval',
        to: 'rejected',
      },
    ]);
    expect(rest.body.nextCursor).toBeUndefined();
  });

  it('says in one sentence who allowed it, and that it is whole', async () => {
    const task = await api.create();
    const { body } = await get(`/v1/tasks/${task.id}/record`, { who: chidi });
    expect(body.sentence).toMatch(
      new RegExp(
        `^Request [0-9a-f-]{36}: portal, for user:default/ana, asked for task ${task.id} .* under policy services v3, template .* v1.2.0: pending\\.$`,
      ),
    );
    expect(body.chain).toMatchObject({
      intact: true,
      count: 1,
      brokenAt: null,
    });
    expect(body.events).toHaveLength(1);
  });

  it.each([
    [
      'a changed line',
      (id: string) =>
        api
          .knex('task_event_payload')
          .where({ task_id: id, seq: 1 })
          .update({ payload: '{"type":"submitted"}' }),
      1,
    ],
    [
      'a line made unreadable',
      (id: string) =>
        api
          .knex('task_event_payload')
          .where({ task_id: id, seq: 2 })
          .update({ payload: 'nothing' }),
      2,
    ],
    [
      'a line that was cut off',
      (id: string) =>
        api.knex('task_event').where({ task_id: id, seq: 2 }).delete(),
      2,
    ],
    [
      'a forged seal',
      (id: string) =>
        api
          .knex('task_event')
          .where({ task_id: id, seq: 1 })
          .update({ mac: '0'.repeat(64) }),
      1,
    ],
  ])('names %s', async (_name, tamper, brokenAt) => {
    const { id } = await api.create();
    await api.happen(id, 'cancelRequested');
    await tamper(id);
    const { body } = await get(`/v1/tasks/${id}/record`);
    expect(body.chain).toMatchObject({ intact: false, brokenAt });
  });

  it('stays whole where a payload was erased', async () => {
    const { id } = await api.create();
    await api.happen(id, 'cancelRequested');
    await api
      .knex('task_event_payload')
      .where({ task_id: id, seq: 1 })
      .delete();
    const { body } = await get(`/v1/tasks/${id}/record`);
    expect(body.chain.intact).toBe(true);
  });
});
