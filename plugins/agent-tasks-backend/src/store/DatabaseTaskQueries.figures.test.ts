import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { covers, Freeze, freezeSubjectOf } from '../domain/admission/freeze';
import { Task } from '../domain/task/task';
import { HOUR, MINUTE, payments } from '../domain/testing/exampleData';
import { DatabaseTaskQueries } from './DatabaseTaskQueries';
import { DatabaseTaskStore } from './DatabaseTaskStore';
import { exampleSeal } from './testing/exampleSeal';
import {
  exampleChange,
  exampleEffect,
  exampleEntry,
  exampleStored,
  exampleSubmission,
} from './testing/exampleStored';
import { seedTasks } from './testing/seedTasks';
import {
  emptyTables,
  migratedDatabase,
  storeDatabases,
} from './testing/storeDatabases';

jest.setTimeout(60_000);

const databases = storeDatabases();

describe.each(databases.eachSupportedId())('DatabaseTaskQueries on %s', id => {
  let knex: Knex;
  let queries: DatabaseTaskQueries;
  let store: DatabaseTaskStore;
  let now: number;
  beforeAll(async () => {
    knex = await migratedDatabase(databases, id);
    queries = new DatabaseTaskQueries(knex);
    store = new DatabaseTaskStore(knex, exampleSeal, randomUUID);
  });
  beforeEach(async () => {
    await emptyTables(knex);
    now = await store.now();
  });

  describe('events', () => {
    const entry = {
      ...exampleEntry('claimed', 5),
      actor: { type: 'user', ref: payments, plugin: 'mcp-actions' } as const,
      requestId: 'request-1',
      from: 'queued',
      to: 'starting',
      reason: 'why',
      details: { nothing: null, list: [1, 'two'] },
    };

    beforeEach(async () => {
      const history = Array.from({ length: 5 }, () => entry);
      await store.submit(
        exampleSubmission(exampleStored('a', now), { history }),
      );
      await store.submit(exampleSubmission(exampleStored('b', now)));
    });

    it('come a page at a time, in order, of one task', async () => {
      const seqsOf = async (afterSeq: number, limit: number) =>
        (await queries.events('a', { afterSeq, limit })).map(({ seq }) => seq);
      expect(await seqsOf(0, 2)).toEqual([1, 2]);
      expect(await seqsOf(2, 2)).toEqual([3, 4]);
      expect(await seqsOf(4, 2)).toEqual([5]);
      expect(await seqsOf(5, 2)).toEqual([]);
      expect(await queries.events('x', { afterSeq: 0, limit: 9 })).toEqual([]);
    });

    it('say what was recorded', async () => {
      const [line] = await queries.events('a', { afterSeq: 0, limit: 1 });
      expect(line).toEqual({ ...entry, seq: 1, mac: expect.any(String) });
    });

    it('keep their place and their outline when their payload was erased', async () => {
      await knex('task_event_payload').where({ task_id: 'a', seq: 2 }).delete();
      const lines = await queries.events('a', { afterSeq: 0, limit: 9 });
      const { reason, details, ...outline } = entry;
      expect(lines[1]).toEqual({
        ...outline,
        details: {},
        seq: 2,
        mac: expect.any(String),
      });
      expect(lines).toHaveLength(5);
    });
  });

  it('finds owners and routes as they are after a change', async () => {
    const task = exampleStored('a', now, { routedTo: ['user:default/x'] });
    await store.submit(exampleSubmission(task));
    const loaded = await store.load('a');
    if (!loaded) throw new Error('The task is gone');
    const web = 'group:default/web';
    const people = { ...task.people, owners: [web, payments] };
    await store.save(exampleChange(loaded.task, { people, routedTo: [web] }));

    const found = async (filter: object) => {
      const page = await queries.list({
        filter,
        visible: { all: true },
        order: 'createdAt',
        direction: 'asc',
        limit: 9,
        after: null,
      });
      return page.total;
    };
    expect(await found({ ownerRef: [web] })).toBe(1);
    expect(await found({ ownerRef: [payments] })).toBe(1);
    expect(await found({ routedTo: [web] })).toBe(1);
    expect(await found({ routedTo: ['user:default/x'] })).toBe(0);
  });

  it('shows the queue in the order of admission, and what is in flight', async () => {
    await seedTasks(knex, [
      exampleStored('late', now, { queuedAt: now - 1 }),
      exampleStored('early', now, { queuedAt: now - 2 }),
      exampleStored('urgent', now, { priority: 10 }),
      exampleStored('patient', now, { priority: -1, queuedAt: now - HOUR }),
      exampleStored('starting', now, { phase: 'starting' }),
      exampleStored('asked', now, { phase: 'pending_approval' }),
    ]);
    const ids = (await queries.queue(3)).map(task => task.id);
    expect(ids).toEqual(['urgent', 'early', 'late']);
    expect((await queries.inFlight()).map(task => task.id)).toEqual([
      'starting',
    ]);
  });

  describe('the last runs', () => {
    const ran = (n: number, took: number | null, over = {}) =>
      exampleStored(`run-${n}`, now, {
        phase: 'tracking',
        startedAt: took === null ? null : now + n * HOUR - took,
        endedAt: now + n * HOUR,
        ...over,
      });
    const template = exampleStored('x', 0).template;
    const runs = () => queries.lastRuns(template?.ref ?? '');

    it('are none before one has ended', async () => {
      await seedTasks(knex, [ran(1, 5, { endedAt: null }), ran(2, null)]);
      expect(await runs()).toEqual([]);
    });

    it('are those of this template, newest first', async () => {
      await seedTasks(knex, [
        ran(1, 9 * MINUTE),
        ran(2, MINUTE),
        ran(3, 4 * MINUTE),
        ran(4, HOUR, { template: null }),
      ]);
      expect(await runs()).toEqual([4 * MINUTE, MINUTE, 9 * MINUTE]);
    });

    it('are 20 at most', async () => {
      const old = Array.from({ length: 30 }, (_, n) => ran(n, HOUR));
      const recent = Array.from({ length: 20 }, (_, n) => ran(n + 30, MINUTE));
      await seedTasks(knex, [...recent, ...old]);
      expect(await runs()).toEqual(recent.map(() => MINUTE));
    });
  });

  it('finds the newest equal ask that is open, or was made lately', async () => {
    for (const [one, made, phase] of [
      ['open', 5, 'queued'],
      ['newer', 4, 'tracking'],
      ['over', 3, 'expired'],
    ] as const) {
      await store.submit(
        exampleSubmission(exampleStored(one, now - made, { phase }), {
          duplicateKey: 'same',
        }),
      );
    }
    expect(await queries.duplicateOf('same', null)).toBe('newer');
    expect(await queries.duplicateOf('same', now - 3)).toBe('over');
    expect(await queries.duplicateOf('same', now - 2)).toBe('newer');
    expect(await queries.duplicateOf('other', 0)).toBeUndefined();
  });

  it('lists the freezes that stand, and the identities', async () => {
    const freeze = {
      id: 'freeze-1',
      scopeKind: 'owner',
      scopeRef: payments,
      reason: 'Release',
      by: 'user:default/bo',
      since: now,
      until: now + HOUR,
      refuse: true,
      thawedAt: null,
      thawedBy: null,
    };
    const row = {
      scope_kind: 'owner',
      scope_ref: payments,
      reason: 'Release',
      by: 'user:default/bo',
      since: now,
      until: now + HOUR,
      refuse: true,
    };
    await knex('freeze').insert([
      { id: 'freeze-1', ...row },
      { id: 'freeze-2', ...row, thawed_at: now, thawed_by: 'user:default/bo' },
    ]);
    expect(await queries.freezes()).toEqual([freeze]);
    await store.saveIdentity('b', {});
    await store.saveIdentity('a', { login: 'acme' });
    expect(await queries.identities()).toMatchObject([
      { id: 'a', login: 'acme' },
      { id: 'b' },
    ]);
  });

  it('finds any freeze by its id', async () => {
    const freeze = await store.freeze({
      scopeKind: 'all',
      scopeRef: null,
      reason: 'Release',
      by: 'user:default/bo',
      until: null,
      refuse: false,
    });
    const thawed = await store.thaw(freeze.id, 'user:default/bo');
    expect(await queries.freeze(freeze.id)).toEqual(thawed);
    expect(await queries.freeze('none')).toBeUndefined();
  });

  describe('what waits in a scope', () => {
    const slugs = ['acme/api', 'acme-labs/api', 'acme0/api', 'globex/acme'];
    let tasks: Task[];
    beforeEach(async () => {
      tasks = ['queued', 'tracking'].flatMap(phase =>
        slugs.map((slug, i) => {
          const one = exampleStored(`${phase}-${i}`, now, {
            phase: phase as Task['phase'],
            priority: i,
          });
          return {
            ...one,
            queuedAt: now - i,
            repository: { ...one.repository, slug },
            policy: { ...one.policy, id: i % 2 ? 'services' : 'tools' },
            template: i === 0 ? null : one.template,
            people: { ...one.people, owners: i === 3 ? [] : [payments] },
          };
        }),
      );
      await seedTasks(knex, tasks);
    });

    it.each([
      [{ kind: 'all' }, 4],
      [{ kind: 'organization', ref: 'acme' }, 1],
      [{ kind: 'organization', ref: 'nobody' }, 0],
      [{ kind: 'repository', ref: 'acme/api' }, 1],
      [{ kind: 'owner', ref: payments }, 3],
      [
        { kind: 'template', ref: 'agenttasktemplate:default/dependency-bump' },
        3,
      ],
      [{ kind: 'policy', ref: 'tools' }, 2],
    ] as [Freeze['scope'], number][])(
      'is what admission would hold: %j',
      async (scope, count) => {
        const found = await queries.waitingIn(
          { scopeKind: scope.kind, scopeRef: scope.ref ?? null },
          { all: true },
          99,
        );
        const expected = tasks
          .filter(({ phase }) => phase === 'queued')
          .filter(task => covers({ scope }, freezeSubjectOf(task)))
          .map(({ id: taskId }) => taskId)
          .reverse();
        expect(found.count).toBe(count);
        expect(found.tasks.map(({ id: taskId }) => taskId)).toEqual(expected);
      },
    );

    it('is counted whole, and shown as far as one may see, oldest first', async () => {
      const ask = { scopeKind: 'all', scopeRef: null } as const;
      const few = await queries.waitingIn(ask, { all: true }, 2);
      expect(few.count).toBe(4);
      expect(few.tasks.map(task => task.id)).toEqual(['queued-3', 'queued-2']);
      const seen = { repositories: ['acme/api'] };
      const own = await queries.waitingIn(ask, seen, 9);
      expect(own.count).toBe(4);
      expect(own.tasks.map(task => task.id)).toEqual(['queued-0']);
    });
  });

  describe('counts', () => {
    it('are nothing at first', async () => {
      expect(await queries.counts()).toEqual({
        byState: {},
        byPhase: {},
        byHeld: {},
        unroutedAttention: 0,
        effectsDue: 0,
        oldestEffectAt: null,
      });
    });

    it('tell states, phases, holds, lost attention and owed effects', async () => {
      const held = { reason: 'budget', since: now } as const;
      await seedTasks(knex, [
        exampleStored('a', now, { held }),
        exampleStored('b', now, { held }),
        exampleStored('c', now),
        exampleStored('d', now, { phase: 'quarantined', routedTo: [] }),
        exampleStored('e', now, { phase: 'unconfirmed', attention: null }),
      ]);
      await store.submit(
        exampleSubmission(exampleStored('f', now, { phase: 'expired' }), {
          effects: ['one', 'two'].map(exampleEffect),
        }),
      );
      const [done] = await store.claimEffects({ limit: 1, holdForMs: HOUR });
      await store.finishEffect(done.id);

      expect(await queries.counts()).toEqual({
        byState: { queued: 3, unconfirmed: 2, expired: 1 },
        byPhase: { queued: 3, quarantined: 1, unconfirmed: 1, expired: 1 },
        byHeld: { budget: 2 },
        unroutedAttention: 1,
        effectsDue: 1,
        oldestEffectAt: now,
      });
    });
  });
});
