import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { DatabaseTaskArchive } from './DatabaseTaskArchive';
import { DatabaseTaskStore } from './DatabaseTaskStore';
import { exampleSeal } from './testing/exampleSeal';
import {
  exampleChange,
  exampleKey,
  exampleSubmission,
} from './testing/exampleStored';
import { filledTask } from './testing/filledTask';
import {
  MIGRATIONS,
  storeDatabases,
  TABLES,
  tableSizes,
} from './testing/storeDatabases';

jest.setTimeout(60_000);

const databases = storeDatabases();

const INBOX_AND_OWNER_LISTS = '20261121020000_inbox_and_owner_lists.js';

describe.each(databases.eachSupportedId())('migrations on %s', id => {
  it('go up, down with rows in every table, and up again', async () => {
    const knex = await databases.init(id);
    for (let round = 1; round <= 2; round++) {
      await knex.migrate.latest(MIGRATIONS);
      await fill(knex);
      const sizes = await tableSizes(knex);
      expect(Object.keys(sizes).filter(table => sizes[table] === 0)).toEqual(
        [],
      );

      await knex.migrate.rollback(MIGRATIONS, true);
      const left = await Promise.all(
        [...TABLES, 'admission'].map(table => knex.schema.hasTable(table)),
      );
      expect(left.filter(Boolean)).toEqual([]);
    }
  });

  it('tell what they add of the tasks that are there already', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest(MIGRATIONS);
    await fill(knex);
    const owned = () => knex('task_owner').orderBy('owner_ref').select();
    const before = await owned();
    expect(before.map(row => row.task_status)).toContain('not_done');
    await knex.migrate.down({ ...MIGRATIONS, name: INBOX_AND_OWNER_LISTS });
    await knex.migrate.latest(MIGRATIONS);
    expect(await owned()).toEqual(before);
  });

  it('make every table that tests empty, and no other', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest(MIGRATIONS);
    const made = await tableNames(knex);
    expect(made.filter(name => !/^(knex|sqlite)_/.test(name)).sort()).toEqual(
      [...TABLES, 'admission'].sort(),
    );
  });

  it('take a task along with everything that hangs on it', async () => {
    const knex = await databases.init(id);
    await knex.migrate.latest(MIGRATIONS);
    await fill(knex);
    await knex('task').delete();
    const { task_text, task_owner, task_route, task_event } = await tableSizes(
      knex,
    );
    expect([task_text, task_owner, task_route]).toEqual([0, 0, 0]);
    // The record outlives its task: it has a retention of its own.
    expect(task_event).toBeGreaterThan(0);
  });
});

async function fill(knex: Knex): Promise<void> {
  const store = new DatabaseTaskStore(knex, exampleSeal, randomUUID);
  const now = await store.now();
  await store.installation();
  await new DatabaseTaskArchive(knex).keepAnchor({
    until: now,
    since: now,
    records: 0,
    root: 'none',
  });
  await store.submit(
    exampleSubmission(filledTask('a', now), { idempotency: exampleKey() }),
  );
  const loaded = await store.load('a');
  if (!loaded) throw new Error('The task is gone');
  const cost = { session: 's', kind: 'charge', amount: 1 } as const;
  await store.save(
    exampleChange(
      loaded.task,
      {},
      { raw: {}, costs: [{ step: 'insert', ...cost }] },
    ),
  );
  await store.saveIdentity('portal', {});
  await store.keepTemplateVersion({
    ref: 'agenttasktemplate:default/dependency-bump',
    version: '1.2.0',
    digest: 'sha256:template',
    spec: {},
  });
  await store.keepPolicyVersion({
    id: 'services',
    version: 3,
    digest: 'sha256:policy',
    rules: {},
  });
  await store.noteRead('portal', false);
  await knex('breaker_fact').insert({
    scope_kind: 'provider',
    scope_ref: 'github-copilot',
    kind: 'start',
    task_id: 'a',
    is_bad: false,
    at: now,
  });
  await knex('freeze').insert({
    id: randomUUID(),
    scope_kind: 'all',
    scope_ref: null,
    reason: 'An example',
    by: 'user:default/ana',
    since: now,
    until: null,
    refuse: false,
    thawed_at: null,
    thawed_by: null,
  });
}

async function tableNames(knex: Knex): Promise<string[]> {
  const rows: { name: string }[] = await (knex.client.config.client === 'pg'
    ? knex('information_schema.tables')
        .where({ table_schema: 'public' })
        .select({ name: 'table_name' })
    : knex('sqlite_master').where({ type: 'table' }).select('name'));
  return rows.map(({ name }) => name);
}
