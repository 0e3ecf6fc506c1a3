import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import knexFactory from 'knex';
import { PortalDatabase } from './PortalDatabase';

/** SQLite in a file, as `npm start` has it. */
export async function sqliteDatabase(): Promise<PortalDatabase> {
  const directory = await mkdtemp(join(tmpdir(), 'kill-test-'));
  return {
    name: 'SQLite',
    config: { client: 'better-sqlite3', connection: { directory } },
    async withTables(use) {
      const knex = knexFactory({
        client: 'better-sqlite3',
        connection: { filename: join(directory, 'agent-tasks.sqlite') },
        useNullAsDefault: true,
      });
      try {
        return await use(knex);
      } finally {
        await knex.destroy();
      }
    },
    close: () => rm(directory, { recursive: true }),
  };
}
