import { Knex } from 'knex';
import { isForTeam, isMine } from '../domain/attention/inbox';
import {
  ana,
  bo,
  HOUR,
  MINUTE,
  payments,
  platform,
} from '../domain/testing/exampleData';
import { Task } from '../domain/task/task';
import { DatabaseTaskQueries } from './DatabaseTaskQueries';
import { DatabaseTaskStore } from './DatabaseTaskStore';
import { InboxAsk, InboxRows, VisibleTasks } from './TaskQueries';
import { exampleSeal } from './testing/exampleSeal';
import { exampleStored } from './testing/exampleStored';
import { seedTasks } from './testing/seedTasks';
import {
  emptyTables,
  migratedDatabase,
  storeDatabases,
} from './testing/storeDatabases';

jest.setTimeout(60_000);

const databases = storeDatabases();
const cleo = 'user:default/cleo';

describe.each(databases.eachSupportedId())('inbox on %s', id => {
  let knex: Knex;
  let queries: DatabaseTaskQueries;
  let now: number;
  beforeAll(async () => {
    knex = await migratedDatabase(databases, id);
    queries = new DatabaseTaskQueries(knex);
  });
  beforeEach(async () => {
    await emptyTables(knex);
    now = await new DatabaseTaskStore(knex, exampleSeal, () => '').now();
  });

  /** Asked for by Ana, routed to payments, nobody's yet. */
  const waiting = (one: string, over: Partial<Task> = {}) =>
    exampleStored(one, now, {
      attention: 'review',
      attentionReason: 'ready',
      attentionSince: now,
      attentionDueAt: now + HOUR,
      routedTo: [payments],
      ...over,
    });

  const inbox = (
    ask: InboxAsk,
    over: { visible?: VisibleTasks; limit?: number } = {},
  ) => queries.inbox(ask, over.visible ?? { all: true }, over.limit ?? 50);
  const mine = (person: string) => inbox({ scope: 'mine', person });
  const team = (person: string, ...groups: string[]) =>
    inbox({ scope: 'team', person, groups });
  const idsOf = ({ groups }: InboxRows) =>
    groups.flatMap(({ tasks }) => tasks.map(task => task.id)).sort();

  describe('mine', () => {
    it('is what is assigned to me, however it is routed', async () => {
      await seedTasks(knex, [
        waiting('mine', { assignee: bo }),
        waiting('nobodys'),
        waiting('cleos', { assignee: cleo, routedTo: [bo] }),
      ]);
      expect(idsOf(await mine(bo))).toEqual(['mine']);
    });

    it('is what needs its requester when that is me, whoever has taken it', async () => {
      const routedTo = [ana, payments];
      await seedTasks(knex, [
        waiting('needs me', { routedTo }),
        waiting('taken by Bo', { routedTo, assignee: bo }),
        waiting('needs others'),
      ]);
      expect(idsOf(await mine(ana))).toEqual(['needs me', 'taken by Bo']);
    });

    it('is not what no longer needs anybody', async () => {
      const over = { attention: null, routedTo: [] };
      await seedTasks(knex, [waiting('over', { ...over, assignee: bo })]);
      expect(await mine(bo)).toEqual({
        groups: [],
        snoozed: { count: 0, tasks: [] },
      });
    });
  });

  describe('my team’s', () => {
    it('is what is routed to a group of mine and not assigned elsewhere', async () => {
      await seedTasks(knex, [
        waiting('ours'),
        waiting('ours too', { routedTo: [platform] }),
        waiting('taken by me', { assignee: bo }),
        waiting('taken by Cleo', { assignee: cleo }),
        waiting('theirs', { routedTo: ['group:default/web'] }),
      ]);
      expect(idsOf(await team(bo, payments, platform))).toEqual([
        'ours',
        'ours too',
        'taken by me',
      ]);
      expect(idsOf(await team(bo))).toEqual([]);
    });

    it('is what is routed to me as an owner: one may be a person', async () => {
      await seedTasks(knex, [
        waiting('owned', { routedTo: [bo] }),
        waiting('owned and taken', { routedTo: [bo], assignee: cleo }),
      ]);
      expect(idsOf(await team(bo))).toEqual(['owned']);
      expect(idsOf(await mine(bo))).toEqual([]);
    });

    it('is not what I am needed for as its requester: that is mine', async () => {
      await seedTasks(knex, [waiting('asked', { routedTo: [ana] })]);
      expect(idsOf(await team(ana))).toEqual([]);
      expect(idsOf(await mine(ana))).toEqual(['asked']);
    });
  });

  it('says what the rules say, for every assignee, requester and route', async () => {
    const people = [ana, bo];
    const tasks = [null, ...people].flatMap(assignee =>
      people.flatMap(requester =>
        [
          [],
          [payments],
          [platform],
          [ana],
          [ana, payments],
          [bo, platform],
        ].map((routedTo, n) =>
          waiting(`${assignee}${requester}${n}`, {
            id: `${people.indexOf(assignee ?? '')}-${people.indexOf(
              requester,
            )}-${n}`,
            assignee,
            requester: { ref: requester, type: 'user' },
            routedTo,
          }),
        ),
      ),
    );
    await seedTasks(knex, tasks);
    for (const person of people) {
      const idsWhere = (is: (task: Task) => boolean) =>
        tasks.filter(is).map(task => task.id);
      expect(idsOf(await mine(person))).toEqual(
        idsWhere(task => isMine(task, person)).sort(),
      );
      expect(idsOf(await team(person, payments))).toEqual(
        idsWhere(
          task =>
            isForTeam(task, [payments], person) ||
            (isForTeam(task, [person], person) &&
              task.requester.ref !== person),
        ).sort(),
      );
    }
  });

  it('groups by why in the order of people, the least time left first', async () => {
    await seedTasks(knex, [
      waiting('later', { attentionDueAt: now + 2 * HOUR }),
      waiting('soon', { attentionDueAt: now + 1, attentionSince: now - HOUR }),
      waiting('tie', { attentionDueAt: now + 1 }),
      waiting('whenever', { attentionDueAt: null }),
      waiting('failed', { attention: 'failure' }),
      waiting('asked', { attention: 'question', attentionSince: now - 5 }),
    ]);
    const { groups, snoozed } = await team(bo, payments);
    expect(
      groups.map(({ tasks, ...group }) => ({
        ...group,
        ids: tasks.map(task => task.id),
      })),
    ).toEqual([
      { attention: 'question', count: 1, oldestAt: now - 5, ids: ['asked'] },
      {
        attention: 'review',
        count: 4,
        oldestAt: now - HOUR,
        ids: ['soon', 'tie', 'later', 'whenever'],
      },
      { attention: 'failure', count: 1, oldestAt: now, ids: ['failed'] },
    ]);
    expect(snoozed).toEqual({ count: 0, tasks: [] });
  });

  it('keeps what sleeps apart, until its time comes', async () => {
    await seedTasks(knex, [
      waiting('asleep', { snoozedUntil: now + HOUR }),
      waiting('awake again', { snoozedUntil: now - 1 }),
    ]);
    const asked = await team(bo, payments);
    expect(idsOf(asked)).toEqual(['awake again']);
    expect(asked.snoozed).toMatchObject({
      count: 1,
      tasks: [{ id: 'asleep' }],
    });
  });

  it('counts all of a group and shows as many as were asked for', async () => {
    await seedTasks(knex, [
      ...['a', 'b', 'c'].map((one, n) =>
        waiting(one, { attentionDueAt: now + n * MINUTE }),
      ),
      ...['d', 'e', 'f'].map(one => waiting(one, { snoozedUntil: now + HOUR })),
    ]);
    const ask: InboxAsk = { scope: 'team', person: bo, groups: [payments] };
    const { groups, snoozed } = await inbox(ask, { limit: 2 });
    expect(groups).toMatchObject([
      { count: 3, tasks: [{ id: 'a' }, { id: 'b' }] },
    ]);
    expect(snoozed.count).toBe(3);
    expect(snoozed.tasks).toHaveLength(2);
  });

  it('neither shows nor counts what is not visible', async () => {
    await seedTasks(knex, [
      waiting('shown'),
      waiting('hidden', { requester: { ref: cleo, type: 'user' } }),
      waiting('hidden too', {
        requester: { ref: cleo, type: 'user' },
        snoozedUntil: now + HOUR,
      }),
    ]);
    const ask: InboxAsk = { scope: 'team', person: bo, groups: [payments] };
    const visible = { requesters: [ana] };
    const { groups, snoozed } = await inbox(ask, { visible });
    expect(groups).toMatchObject([{ count: 1, tasks: [{ id: 'shown' }] }]);
    expect(snoozed).toEqual({ count: 0, tasks: [] });
  });
});
