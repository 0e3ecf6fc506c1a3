import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { CostEntry } from '../domain/cost/cost';
import { DatabaseTaskQueries } from './DatabaseTaskQueries';
import { DatabaseTaskStore } from './DatabaseTaskStore';
import { describeTaskStoreContract } from './testing/describeTaskStoreContract';
import { exampleSeal } from './testing/exampleSeal';
import {
  emptyTables,
  migratedDatabase,
  storeDatabases,
  tableSizes,
} from './testing/storeDatabases';
import { StoreSubject } from './testing/StoreSubject';

jest.setTimeout(60_000);

const databases = storeDatabases();

describe.each(databases.eachSupportedId())('DatabaseTaskStore on %s', id => {
  let knex: Knex;
  beforeAll(async () => {
    knex = await migratedDatabase(databases, id);
  });

  it('writes nothing to decide about nothing', async () => {
    await emptyTables(knex);
    const store = new DatabaseTaskStore(knex, exampleSeal, randomUUID);
    const before = await knex('admission').select();
    expect(await store.admit(() => fail())).toEqual([]);
    expect(await knex('admission').select()).toEqual(before);
  });

  describeTaskStoreContract(async (): Promise<StoreSubject> => {
    await emptyTables(knex);
    const queries = new DatabaseTaskQueries(knex);
    return {
      store: new DatabaseTaskStore(knex, exampleSeal, randomUUID),
      replica: new DatabaseTaskStore(knex, exampleSeal, randomUUID),
      events: taskId => queries.events(taskId, { afterSeq: 0, limit: 99 }),
      costs: taskId => costsOf(knex, taskId),
      sizes: () => tableSizes(knex),
    };
  });
});

function fail(): never {
  throw new Error('There was nothing to decide');
}

async function costsOf(knex: Knex, taskId: string): Promise<CostEntry[]> {
  return knex('cost_entry')
    .where({ task_id: taskId })
    .select('session', 'kind', 'amount');
}
