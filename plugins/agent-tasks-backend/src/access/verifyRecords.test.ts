import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { DAY } from '../domain/testing/exampleData';
import { HmacRecordSeal } from '../outside/keys/HmacRecordSeal';
import { DatabaseTaskArchive } from '../store/DatabaseTaskArchive';
import { DatabaseTaskQueries } from '../store/DatabaseTaskQueries';
import { DatabaseTaskStore } from '../store/DatabaseTaskStore';
import {
  exampleChange,
  exampleStored,
  exampleSubmission,
} from '../store/testing/exampleStored';
import {
  migratedDatabase,
  storeDatabases,
} from '../store/testing/storeDatabases';
import { VerifyParts, verifyRecords } from './verifyRecords';

jest.setTimeout(60_000);

const databases = storeDatabases();

describe('checking all records', () => {
  let knex: Knex;
  let parts: VerifyParts;
  let now: number;

  beforeEach(async () => {
    knex = await migratedDatabase(databases, 'SQLITE_3');
    const seals = new HmacRecordSeal(['k'.repeat(32)]);
    const store = new DatabaseTaskStore(knex, seals, randomUUID);
    now = await store.now();
    for (const id of ['a', 'b', 'c']) {
      await store.submit(exampleSubmission(exampleStored(id, now - 2 * DAY)));
      const { task } = (await store.load(id))!;
      await store.save(exampleChange(task));
    }
    const queries = new DatabaseTaskQueries(knex);
    const archive = new DatabaseTaskArchive(knex);
    parts = { store, queries, archive, seals };
  });

  const anchored = () =>
    parts.archive.anchorOf({ since: now - 3 * DAY, until: now });

  it('finds nothing where nothing was changed', async () => {
    const anchor = await anchored();
    await parts.archive.keepAnchor(anchor);
    expect(await verifyRecords(parts, [anchor], 0)).toEqual({
      records: 3,
      broken: [],
      anchors: 2,
      changed: [],
    });
  });

  it.each([
    [
      'a changed payload',
      { taskId: 'b', brokenAt: 1 },
      () =>
        knex('task_event_payload')
          .where({ task_id: 'b', seq: 1 })
          .update({ payload: '{}' }),
    ],
    [
      'a line cut off',
      { taskId: 'c', brokenAt: 2 },
      () => knex('task_event').where({ task_id: 'c', seq: 2 }).delete(),
    ],
  ])('names %s', async (_, fault, change) => {
    await change();
    const { broken } = await verifyRecords(parts, [], 0);
    expect(broken).toEqual([fault]);
  });

  it('finds by an anchor what somebody with the key has removed', async () => {
    const anchor = await anchored();
    for (const table of ['task_event', 'task_event_payload']) {
      await knex(table).where({ task_id: 'b' }).delete();
    }
    await knex('task').where({ id: 'b' }).delete();
    const found = await verifyRecords(parts, [anchor], 0);
    expect(found).toMatchObject({ broken: [], changed: [anchor] });
  });

  it('asks nothing of anchors whose records may be forgotten', async () => {
    const anchor = { ...(await anchored()), root: 'of what is gone' };
    const found = await verifyRecords(parts, [anchor], now - DAY);
    expect(found).toMatchObject({ anchors: 0, changed: [] });
  });
});
