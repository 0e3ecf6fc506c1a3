import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory, { Knex } from 'knex';
import { openDatabase } from './openDatabase';

describe('openDatabase', () => {
  let directory: string;
  let knex: Knex;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'open-database-'));
    knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(directory, 'agent-tasks.sqlite') },
      useNullAsDefault: true,
    });
  });
  afterEach(async () => {
    await knex.destroy();
    await rm(directory, { recursive: true });
  });

  it('makes the tables', async () => {
    await openDatabase({ getClient: async () => knex });
    expect(await knex.schema.hasTable('task')).toBe(true);
  });

  it('leaves the tables to who migrates by themselves', async () => {
    const database = {
      getClient: async () => knex,
      migrations: { skip: true },
    };
    await openDatabase(database);
    expect(await knex.schema.hasTable('task')).toBe(false);
  });

  it('lets a commit in an SQLite file wait for the disk once, and still survive a crash', async () => {
    await openDatabase({ getClient: async () => knex });
    expect(await knex.raw('pragma journal_mode')).toEqual([
      { journal_mode: 'wal' },
    ]);
    // 2: full; a lower one may forget what was committed.
    expect(await knex.raw('pragma synchronous')).toEqual([{ synchronous: 2 }]);
  });
});
