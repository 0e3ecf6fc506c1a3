import { randomUUID } from 'node:crypto';
import { describeTaskStoreContract } from '../testing/describeTaskStoreContract';
import { exampleSeal } from '../testing/exampleSeal';
import { StoreSubject } from '../testing/StoreSubject';
import { MemoryTables } from './MemoryTables';
import { MemoryTaskStore } from './MemoryTaskStore';

describe('MemoryTaskStore', () => {
  describeTaskStoreContract(async (): Promise<StoreSubject> => {
    const tables = new MemoryTables(() => Date.now());
    return {
      store: new MemoryTaskStore(tables, exampleSeal, randomUUID),
      replica: new MemoryTaskStore(tables, exampleSeal, randomUUID),
      events: async taskId => tables.events.get(taskId) ?? [],
      costs: async taskId => tables.costs.get(taskId) ?? [],
      sizes: async () => sizesOf(tables),
    };
  });
});

function sizesOf(tables: MemoryTables): Record<string, number> {
  const count = (rows: Map<unknown, unknown[]>) =>
    [...rows.values()].reduce((sum, list) => sum + list.length, 0);
  return {
    tasks: tables.tasks.size,
    texts: tables.texts.size,
    effects: tables.effects.size,
    keys: tables.keys.size,
    raw: tables.raw.size,
    events: count(tables.events),
    costs: count(tables.costs),
  };
}
