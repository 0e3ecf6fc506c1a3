import { Knex } from 'knex';
import {
  ana,
  bo,
  HOUR,
  NOON,
  payments,
  platform,
} from '../domain/testing/exampleData';
import { Task } from '../domain/task/task';
import { DatabaseTaskQueries } from './DatabaseTaskQueries';
import { TaskFilter, TaskListAsk, TaskPosition } from './TaskQueries';
import { exampleStored } from './testing/exampleStored';
import { seedTasks } from './testing/seedTasks';
import {
  emptyTables,
  migratedDatabase,
  storeDatabases,
} from './testing/storeDatabases';

jest.setTimeout(60_000);

const databases = storeDatabases();

describe.each(databases.eachSupportedId())('list on %s', id => {
  let knex: Knex;
  let queries: DatabaseTaskQueries;
  beforeAll(async () => {
    knex = await migratedDatabase(databases, id);
    queries = new DatabaseTaskQueries(knex);
  });
  beforeEach(() => emptyTables(knex));

  const list = (over: Partial<TaskListAsk>) =>
    queries.list({
      filter: {},
      visible: { all: true },
      order: 'createdAt',
      direction: 'desc',
      limit: 100,
      after: null,
      ...over,
    });

  describe('filters', () => {
    // Far enough away that no clock of a test machine comes between.
    const YEARS = 10 * 365 * 24 * HOUR;

    beforeEach(async () => {
      const { people, repository, policy } = exampleStored('x', NOON);
      await seedTasks(knex, [
        exampleStored('a', NOON, {
          title: 'Upgrade 100% of lodash_core',
          updatedAt: NOON + HOUR,
          assignee: bo,
          snoozedUntil: NOON + YEARS,
          people: { ...people, owners: [payments, platform] },
        }),
        exampleStored('b', NOON + 1, {
          phase: 'tracking',
          title: 'Upgrade 1000 of lodashxcore',
          attention: 'review',
          routedTo: [ana, platform],
          snoozedUntil: NOON - YEARS,
          entityRef: 'component:default/website',
          repository: { ...repository, slug: 'acme/website' },
          outcome: 'succeeded',
          people: { ...people, owners: [] },
        }),
        exampleStored('c', NOON + 2, {
          phase: 'refused',
          title: 'Straße \\ fix',
          entityRef: null,
          requester: { ref: bo, type: 'user' },
          template: null,
          via: { kind: 'scaffolder', ref: null, run: null },
          policy: { ...policy, id: 'strict' },
          identity: { id: 'other', type: 'token', login: null },
          routedTo: [bo],
          attention: 'failure',
        }),
      ]);
    });

    const template = 'agenttasktemplate:default/dependency-bump';
    it.each([
      [{}, 'abc'],
      [{ entityRef: ['component:default/website'] }, 'b'],
      [{ ownerRef: [platform] }, 'a'],
      [{ ownerRef: [payments] }, 'ac'],
      [{ ownerRef: [payments, platform] }, 'ac'],
      [{ routedTo: [ana] }, 'b'],
      [{ routedTo: [ana, bo, platform] }, 'bc'],
      [{ requesterRef: [bo] }, 'c'],
      [{ requesterRef: [ana, bo] }, 'abc'],
      [{ assignee: [bo] }, 'a'],
      [{ repository: ['acme/website'] }, 'b'],
      [{ template: [template] }, 'ab'],
      [{ status: ['waiting', 'not_done'] }, 'ac'],
      [{ ownerRef: [payments], status: ['waiting'] }, 'a'],
      [{ ownerRef: [payments], status: ['not_done', 'waiting'] }, 'ac'],
      [{ ownerRef: [platform], status: ['not_done'] }, ''],
      [{ ownerRef: [payments], status: ['not_done'], q: 'lodash' }, ''],
      [{ state: ['queued'] }, 'a'],
      [{ phase: ['tracking'] }, 'b'],
      [{ outcome: ['succeeded'] }, 'b'],
      [{ attention: ['failure', 'review'] }, 'bc'],
      [{ via: ['scaffolder'] }, 'c'],
      [{ policy: ['services'] }, 'ab'],
      [{ identity: ['other'] }, 'c'],
      [{ snoozed: true }, 'a'],
      [{ snoozed: false }, 'bc'],
      [{ q: 'UPGRADE' }, 'ab'],
      [{ q: 'upgrade  website' }, 'b'],
      [{ q: 'dependency-bump payments' }, 'a'],
      [{ q: '100%' }, 'a'],
      [{ q: 'lodash_core' }, 'a'],
      [{ q: '%' }, 'a'],
      [{ q: '\\' }, 'c'],
      [{ q: 'STRASSE' }, ''],
      [{ q: 'STRAßE' }, 'c'],
      [{ q: "'; drop table task; --" }, ''],
      [{ createdAfter: iso(NOON) }, 'bc'],
      [{ createdBefore: iso(NOON + 1) }, 'a'],
      [{ createdAfter: iso(NOON), createdBefore: iso(NOON + 2) }, 'b'],
      [{ updatedAfter: iso(NOON + 2) }, 'a'],
      [{ requesterRef: [ana], state: ['failed'] }, ''],
      [{ requesterRef: [bo], state: ['failed'], q: 'fix' }, 'c'],
    ] as [TaskFilter, string][])('%j finds "%s"', async (filter, expected) => {
      const { tasks, total } = await list({ filter });
      expect(tasks.map(({ id: found }) => found).sort()).toEqual([...expected]);
      expect(total).toBe(expected.length);
    });
  });

  describe('pages', () => {
    const NEVER = Number.MAX_SAFE_INTEGER;
    const keys: [TaskListAsk['order'], (task: Task) => number][] = [
      ['createdAt', task => task.createdAt],
      ['updatedAt', task => task.updatedAt],
      ['attentionDueAt', task => task.attentionDueAt ?? NEVER],
    ];

    /** Many that are equal in every order; every third has no time at all. */
    const tasks = Array.from({ length: 31 }, (_, n) =>
      exampleStored(`task-${n}`, NOON + (n % 3), {
        updatedAt: NOON + (n % 2),
        attentionDueAt: n % 3 === 0 ? null : NOON + (n % 4),
      }),
    );

    async function walk(ask: Partial<TaskListAsk>): Promise<Task[]> {
      const seen: Task[] = [];
      let after: TaskPosition | null = null;
      do {
        const page = await list({ ...ask, after });
        seen.push(...page.tasks);
        after = page.next;
      } while (after !== null);
      return seen;
    }

    it.each(
      keys.flatMap(([order, keyOf]) =>
        (['asc', 'desc'] as const).flatMap(direction =>
          [1, 7, 30, 31, 32].map(
            limit => [order, direction, limit, keyOf] as const,
          ),
        ),
      ),
    )(
      'by %s %s, %d at a time, neither repeat nor skip a task',
      async (order, direction, limit, keyOf) => {
        await seedTasks(knex, tasks);
        const seen = await walk({ order, direction, limit });
        expect(seen.map(({ id: one }) => one).sort()).toEqual(
          tasks.map(({ id: one }) => one).sort(),
        );
        const values = seen.map(keyOf);
        const sign = direction === 'asc' ? 1 : -1;
        expect(values).toEqual([...values].sort((a, b) => sign * (a - b)));
      },
    );

    const others = Array.from({ length: 30 }, (_, n) => `group:default/g${n}`);
    const ways: [string, Partial<TaskListAsk>][] = [
      ['of an owner', { filter: { ownerRef: [platform] } }],
      [
        'of an owner by status',
        { filter: { ownerRef: [platform], status: ['waiting', 'done'] } },
      ],
      ['of two owners', { filter: { ownerRef: [platform, payments] } }],
      [
        'of what is theirs or their group’s',
        {
          visible: {
            anyOf: [
              { requesters: [bo] },
              { anyOf: [{ assignees: [bo] }, { owners: [platform, ana] }] },
            ],
          },
        },
      ],
      ['of many owners', { visible: { owners: [...others, platform] } }],
    ];

    it.each(
      ways.flatMap(([whose, ask]) =>
        keys.flatMap(([order, keyOf]) =>
          (['asc', 'desc'] as const).map(
            direction => [whose, order, direction, ask, keyOf] as const,
          ),
        ),
      ),
    )(
      '%s, by %s %s, have each task once, whatever led to it',
      async (whose, order, direction, ask, keyOf) => {
        const { people } = tasks[0];
        const mixed = tasks.map((task, n) => ({
          ...task,
          requester: { ref: n % 5 === 0 ? bo : ana, type: 'user' as const },
          assignee: n % 7 === 0 ? bo : null,
          people: {
            ...people,
            owners: n % 2 === 0 ? [platform, payments] : ['group:default/x'],
          },
        }));
        await seedTasks(knex, mixed);
        const isAsked = (n: number) =>
          n % 2 === 0 ||
          (whose.startsWith('of what') && (n % 5 === 0 || n % 7 === 0));
        const expected = mixed.filter((_task, n) => isAsked(n));
        const seen = await walk({ ...ask, order, direction, limit: 4 });
        expect(seen.map(({ id: one }) => one).sort()).toEqual(
          expected.map(({ id: one }) => one).sort(),
        );
        const values = seen.map(keyOf);
        const sign = direction === 'asc' ? 1 : -1;
        expect(values).toEqual([...values].sort((a, b) => sign * (a - b)));
        expect((await list(ask)).total).toBe(expected.length);
      },
    );

    it('go on where they were when tasks are added meanwhile', async () => {
      await seedTasks(knex, tasks);
      const first = await list({ limit: 10 });
      await seedTasks(knex, [
        exampleStored('newer', NOON + HOUR),
        exampleStored('task-', NOON + 2),
      ]);
      const second = await list({ limit: 10, after: first.next });
      const rest = await list({ limit: 100, after: second.next });
      const seen = [first, second, rest].flatMap(page => page.tasks);
      const old = seen.filter(({ id: one }) => one !== 'task-');
      expect(old.map(({ id: one }) => one).sort()).toEqual(
        tasks.map(({ id: one }) => one).sort(),
      );
    });

    it('of nothing are one empty page', async () => {
      expect(await list({})).toEqual({ tasks: [], next: null, total: 0 });
    });

    it('tell the total no further than 1,001', async () => {
      const many = Array.from({ length: 1_005 }, (_, n) =>
        exampleStored(`task-${n}`, NOON + n),
      );
      await seedTasks(knex, many.slice(0, 1_000));
      expect(await list({ limit: 1 })).toMatchObject({ total: 1_000 });
      await seedTasks(knex, many.slice(1_000));
      expect(await list({ limit: 1 })).toMatchObject({ total: 1_001 });
      const narrowed = { createdAfter: iso(NOON + 1_000) };
      expect(await list({ limit: 1, filter: narrowed })).toMatchObject({
        total: 4,
      });
    });
  });
});

function iso(time: number): string {
  return new Date(time).toISOString();
}
