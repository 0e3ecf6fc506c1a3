import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { MINUTE } from '../domain/testing/exampleData';
import { DatabaseTaskStore } from './DatabaseTaskStore';
import { exampleSeal } from './testing/exampleSeal';
import {
  exampleChange,
  exampleKey,
  exampleStored,
  exampleSubmission,
} from './testing/exampleStored';
import {
  emptyTables,
  migratedDatabase,
  storeDatabases,
} from './testing/storeDatabases';

jest.setTimeout(60_000);

const databases = storeDatabases();

/** What only a database with several connections can show: who waits for whom, and who does not. */
describe('DatabaseTaskStore beside another replica', () => {
  let knex: Knex;
  let store: DatabaseTaskStore;
  let now: number;
  beforeAll(async () => {
    knex = await migratedDatabase(databases, 'POSTGRES_18');
    // Who waits for what a test itself holds is told so, instead of waiting for good.
    const { rows } = await knex.raw('select current_database() as name');
    await knex.raw('alter database ?? set lock_timeout = 5000', [rows[0].name]);
    await knex.destroy();
    knex.initialize();
    store = new DatabaseTaskStore(knex, exampleSeal, randomUUID);
  });
  beforeEach(async () => {
    await emptyTables(knex);
    now = await store.now();
  });

  const queued = (id: string) => exampleStored(id, now, { startDueAt: now });
  const hold = { limit: 9, holdForMs: MINUTE };

  it('does not decide, and does not wait, while the other is deciding', async () => {
    await store.submit(exampleSubmission(queued('a')));
    const decide = jest.fn();
    await knex.transaction(async other => {
      await other('admission').where({ singleton: 1 }).forUpdate();
      expect(await store.admit(decide)).toBeUndefined();
    });
    expect(decide).not.toHaveBeenCalled();
    decide.mockReturnValue({ changes: [], wakePreflight: [] });
    expect(await store.admit(decide)).toEqual([]);
    expect(decide).toHaveBeenCalledTimes(1);
  });

  it('claims what is free, and does not wait for what the other holds', async () => {
    await store.submit(exampleSubmission(queued('held')));
    await store.submit(exampleSubmission(queued('free')));
    await knex.transaction(async other => {
      await other('task').where({ id: 'held' }).forUpdate();
      await other('effect').where({ task_id: 'held' }).forUpdate();
      expect(await store.claimDue('preflight', hold)).toEqual(['free']);
      const effects = await store.claimEffects(hold);
      expect(effects.map(({ taskId }) => taskId)).toEqual(['free']);
    });
    expect(await store.claimDue('preflight', hold)).toEqual(['held']);
  });

  it('waits for an equal request and answers with what became of it', async () => {
    for (const [end, answer] of [
      ['commit', { kind: 'replayed', taskId: 'first' }],
      ['rollback', { kind: 'stored' }],
    ] as const) {
      const idempotency = exampleKey({ key: end });
      const other = await knex.transaction();
      await other('idempotency').insert({
        principal: idempotency.principal,
        route: idempotency.route,
        key: idempotency.key,
        body_digest: idempotency.bodyDigest,
        task_id: 'first',
        created_at: now,
      });
      const asked = store.submit(
        exampleSubmission(queued(`after ${end}`), { idempotency }),
      );
      await somebodyWaits();
      await other[end]();
      expect(await asked).toEqual(answer);
    }
  });

  it('waits for another writer of the task, and then loses', async () => {
    await store.submit(exampleSubmission(queued('a')));
    const loaded = await store.load('a');
    if (!loaded) throw new Error('The task is gone');
    const other = await knex.transaction();
    await other('task')
      .where({ id: 'a' })
      .update({ version: loaded.task.version + 1 });
    const saved = store.save(exampleChange(loaded.task));
    await somebodyWaits();
    await other.commit();
    expect(await saved).toBe(false);
  });

  /** Until a statement stands before a lock: then the order of what follows is certain. */
  async function somebodyWaits(): Promise<void> {
    for (;;) {
      const { rows } = await knex.raw(
        `select 1 from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      );
      if (rows.length > 0) return;
    }
  }
});
