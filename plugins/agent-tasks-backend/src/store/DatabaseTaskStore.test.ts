import { TaskStatus } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { CostEntry } from '../domain/cost/cost';
import { Task } from '../domain/task/task';
import { payments, platform } from '../domain/testing/exampleData';
import { DatabaseTaskQueries } from './DatabaseTaskQueries';
import { DatabaseTaskStore } from './DatabaseTaskStore';
import { describeTaskStoreContract } from './testing/describeTaskStoreContract';
import { exampleSeal } from './testing/exampleSeal';
import {
  exampleChange,
  exampleStored,
  exampleSubmission,
} from './testing/exampleStored';
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

  it('keeps the lists of an owner by status in step with the task', async () => {
    await emptyTables(knex);
    const store = new DatabaseTaskStore(knex, exampleSeal, randomUUID);
    const queries = new DatabaseTaskQueries(knex);
    const owned = async (ownerRef: string, status: TaskStatus) => {
      const { tasks } = await queries.list({
        filter: { ownerRef: [ownerRef], status: [status] },
        visible: { all: true },
        order: 'createdAt',
        direction: 'desc',
        limit: 10,
        after: null,
      });
      return tasks.map(task => task.id);
    };
    const change = async (over: Partial<Task>) => {
      const loaded = await store.load('a');
      if (!loaded) throw new Error('The task is gone');
      await store.save(exampleChange(loaded.task, over));
    };
    const task = exampleStored('a', await store.now());
    await store.submit(exampleSubmission(task));
    expect(await owned(payments, 'waiting')).toEqual(['a']);

    await change({ phase: 'refused' });
    expect(await owned(payments, 'waiting')).toEqual([]);
    expect(await owned(payments, 'not_done')).toEqual(['a']);

    await change({ people: { ...task.people, owners: [platform] } });
    expect(await owned(payments, 'not_done')).toEqual([]);
    expect(await owned(platform, 'not_done')).toEqual(['a']);
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
