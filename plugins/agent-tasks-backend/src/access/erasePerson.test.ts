import { randomUUID } from 'node:crypto';
import { TestDatabaseId } from '@backstage/backend-test-utils';
import { Knex } from 'knex';
import { ana, DAY, examplePullRequest } from '../domain/testing/exampleData';
import { Task } from '../domain/task/task';
import { HmacRecordSeal } from '../outside/keys/HmacRecordSeal';
import { pseudonymOf } from '../outside/keys/pseudonymOf';
import { DatabasePersonArchive } from '../store/DatabasePersonArchive';
import { DatabaseTaskArchive } from '../store/DatabaseTaskArchive';
import { DatabaseTaskQueries } from '../store/DatabaseTaskQueries';
import { DatabaseTaskStore } from '../store/DatabaseTaskStore';
import {
  exampleChange,
  exampleEffect,
  exampleEntry,
  exampleKey,
  exampleStored,
  exampleSubmission,
} from '../store/testing/exampleStored';
import {
  emptyTables,
  migratedDatabase,
  storeDatabases,
  TABLES,
} from '../store/testing/storeDatabases';
import { erasePerson } from './erasePerson';
import { verifyRecords } from './verifyRecords';

jest.setTimeout(60_000);

const SECRET = 'k'.repeat(32);
const bo = 'user:default/bo';
const emre = 'user:default/emre';
const namesake = 'user:default/ana.lopez';
const reviewed = {
  ...examplePullRequest({ state: 'merged' }),
  approvedBy: ['ana-codes', 'bo-codes'],
  mergedBy: 'ana-codes',
  outOfScope: [],
  sentAt: 1,
};
const databases = storeDatabases();

describe.each<[TestDatabaseId]>([['SQLITE_3'], ['POSTGRES_18']])(
  'erasing a person on %s',
  databaseId => {
    const seals = new HmacRecordSeal([SECRET]);
    const pseudonym = pseudonymOf(SECRET, ana);
    let knex: Knex;
    let store: DatabaseTaskStore;
    let persons: DatabasePersonArchive;
    let now: number;

    beforeAll(async () => {
      knex = await migratedDatabase(databases, databaseId);
      store = new DatabaseTaskStore(knex, seals, randomUUID);
      persons = new DatabasePersonArchive(knex, seals);
    });
    beforeEach(async () => {
      await emptyTables(knex);
      now = await store.now();
    });

    const erase = () =>
      erasePerson(
        persons,
        { personRef: ana, pseudonym, logins: ['Ana-Codes'] },
        emre,
      );

    /** Asked for by Ana, who is named in every place that a task has for people. */
    async function over(id: string, fields: Partial<Task> = {}): Promise<void> {
      const asked = exampleStored(id, now - 2 * DAY, {
        phase: 'rejected',
        outcome: 'cancelled',
        endedAt: now - DAY,
        requester: { ref: ana, type: 'user' },
        fairKey: ana,
        assignee: ana,
        routedTo: [ana, bo],
        approval: { by: ana, at: now, digest: 'sha256:asked' },
        outcomeBy: ana,
        answeredBy: ana,
        pullRequests: [reviewed],
        title: `For ${ana}, and ${namesake}`,
        ...fields,
      });
      await store.submit(
        exampleSubmission(
          { ...asked, people: { ...asked.people, owners: [ana, bo] } },
          {
            texts: {
              prompt: `Ask\n${ana}\nfirst`,
              parameters: { reviewer: ana },
            },
            idempotency: exampleKey({ key: id, principal: ana }),
            effects: [exampleEffect(`${id}:asked`)],
          },
        ),
      );
      const { task } = (await store.load(id))!;
      await store.save(
        exampleChange(
          task,
          {},
          {
            raw: { creator: ana },
            history: [
              {
                ...exampleEntry('noted', now),
                actor: { type: 'user', ref: bo },
                reason: `Because ${ana} said so`,
              },
              {
                ...exampleEntry('noted', now),
                actor: { type: 'user', ref: bo },
              },
            ],
          },
        ),
      );
    }

    const verified = () =>
      verifyRecords(
        {
          store,
          seals,
          queries: new DatabaseTaskQueries(knex),
          archive: new DatabaseTaskArchive(knex),
        },
        [],
        0,
      );

    /** Rows in which she is still named; her namesake is somebody else. */
    async function traces(): Promise<string[]> {
      const found: string[] = [];
      for (const table of TABLES) {
        for (const row of await knex(table)) {
          const told = JSON.stringify(row).split(namesake).join('');
          if (told.includes(ana) || told.includes('ana-codes'))
            found.push(`${table}: ${told}`);
        }
      }
      return found;
    }

    it('leaves no trace of her, and every record and anchor as whole as before', async () => {
      await over('a');
      await over('b', { requester: { ref: bo, type: 'user' }, fairKey: bo });
      await store.freeze({
        scopeKind: 'all',
        scopeRef: null,
        reason: `${ana} has left`,
        by: ana,
        until: null,
        refuse: false,
      });
      const archive = new DatabaseTaskArchive(knex);
      // A line that was written while this runs is not part of what was anchored before.
      const anchor = await archive.anchorOf({ since: 0, until: now + 1 });
      await archive.keepAnchor(anchor);
      expect(await traces()).not.toEqual([]);

      expect(await erase()).toEqual({
        held: [],
        tasks: 2,
        lines: 4,
        others: 3,
      });

      expect(await traces()).toEqual([]);
      expect(await verified()).toEqual({
        records: 2,
        broken: [],
        anchors: 1,
        changed: [],
      });
      const { task } = (await store.load('a'))!;
      expect(task).toMatchObject({
        requester: { ref: pseudonym },
        assignee: pseudonym,
        routedTo: [pseudonym, bo],
        pullRequests: [
          {
            approvedBy: [pseudonym.split('/')[1], 'bo-codes'],
            mergedBy: pseudonym.split('/')[1],
          },
        ],
        title: `For ${pseudonym}, and ${namesake}`,
      });
      expect(await knex('task_route').where({ task_id: 'a' })).toHaveLength(2);
    });

    it('says in each record that it was done, by whom, and nothing of whom', async () => {
      await over('a');
      await erase();
      const events = await new DatabaseTaskQueries(knex).events('a', {
        afterSeq: 0,
        limit: 9,
      });
      expect(events.map(({ actor, reason }) => [actor.ref, reason])).toEqual([
        [pseudonym, undefined],
        [bo, undefined],
        [bo, undefined],
        [null, undefined],
      ]);
      expect(events[2].details).toEqual({ why: 'an example' });
      expect(events[3]).toMatchObject({
        type: 'noted',
        details: {
          what: 'person_erased',
          with: { pseudonym, lines: 2, by: emre },
        },
      });
    });

    it('takes what she wrote, and leaves what others wrote without her name', async () => {
      await over('a');
      await over('b', { requester: { ref: bo, type: 'user' } });
      await erase();
      expect(await store.texts('a')).toEqual({ prompt: null, parameters: {} });
      expect(await store.texts('b')).toEqual({
        prompt: `Ask\n${pseudonym}\nfirst`,
        parameters: { reviewer: pseudonym },
      });
    });

    it('finds tasks that know her by her login alone', async () => {
      const seen = exampleStored('seen', now, {
        phase: 'rejected',
        outcome: 'cancelled',
        endedAt: now,
        requester: { ref: bo, type: 'user' },
        fairKey: bo,
        pullRequests: [reviewed],
      });
      const people = Object.fromEntries(
        Object.keys(seen.people).map(key => [key, [bo]]),
      );
      await store.submit(
        exampleSubmission(
          {
            ...seen,
            people: { ...seen.people, ...people, isOwnerSubstituted: false },
          },
          { history: [], effects: [] },
        ),
      );
      expect(await erase()).toMatchObject({ held: [], tasks: 1, lines: 0 });
      expect(await traces()).toEqual([]);
      expect((await verified()).broken).toEqual([]);
    });

    it('done again changes nothing', async () => {
      await over('a');
      await erase();
      const rows = () => Promise.all(TABLES.map(table => knex(table)));
      const before = await rows();
      expect(await erase()).toEqual({
        held: [],
        tasks: 0,
        lines: 0,
        others: 0,
      });
      expect(await rows()).toEqual(before);
    });

    it.each<[string, Partial<Task>]>([
      ['requester', {}],
      ['assignee', { assignee: ana }],
      ['routed', { routedTo: [ana] }],
      ['reviewer', { pullRequests: [reviewed] }],
    ])(
      'refuses while she is needed as %s of a task that is not over, and changes nothing',
      async (role, fields) => {
        await over('a');
        const open = exampleStored('open', now, {
          requester: { ref: role === 'requester' ? ana : bo, type: 'user' },
          fairKey: bo,
          ...fields,
        });
        const people = Object.fromEntries(
          Object.keys(open.people).map(key => [key, [bo]]),
        );
        await store.submit(
          exampleSubmission({
            ...open,
            people: { ...open.people, ...people, isOwnerSubstituted: false },
          }),
        );
        const before = await traces();
        expect(await erase()).toEqual({
          held: [{ taskId: 'open', roles: [role] }],
          tasks: 0,
          lines: 0,
          others: 0,
        });
        expect(await traces()).toEqual(before);
      },
    );

    it('does not touch a task that came to need her between the two looks', async () => {
      await over('a');
      const seen = persons.heldBy;
      await store.submit(
        exampleSubmission(
          exampleStored('late', now, { requester: { ref: ana, type: 'user' } }),
        ),
      );
      jest
        .spyOn(persons, 'heldBy')
        .mockImplementation(async (taskId, erasure) =>
          taskId === 'late' ? undefined : seen.call(persons, taskId, erasure),
        );
      const { held, tasks } = await erase();
      expect(tasks).toBe(1);
      expect(held.map(({ taskId }) => taskId)).toEqual(['late']);
      expect((await store.load('late'))!.task.requester.ref).toBe(ana);
    });

    it('lets a loop that had loaded the task before start over', async () => {
      await over('a');
      const { task } = (await store.load('a'))!;
      await erase();
      expect(await store.save(exampleChange(task, { title: ana }))).toBe(false);
      expect(await traces()).toEqual([]);
    });
  },
);

describe('a pseudonym', () => {
  it('is the same for the same person, and another without the key', () => {
    expect(pseudonymOf(SECRET, ana)).toMatch(
      /^user:default\/erased-[0-9a-f]{16}$/,
    );
    expect(pseudonymOf(SECRET, ana)).toBe(pseudonymOf(SECRET, ana));
    expect(pseudonymOf(SECRET, bo)).not.toBe(pseudonymOf(SECRET, ana));
    expect(pseudonymOf('o'.repeat(32), ana)).not.toBe(pseudonymOf(SECRET, ana));
  });
});
