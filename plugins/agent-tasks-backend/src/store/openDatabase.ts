import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { isSqlite } from './databaseClock';
import { Installation } from './TaskStore';
import { readInstallation } from './statements/record/readInstallation';

/** The plugin's own database with all its tables, unless who runs it migrates by themselves. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (isSqlite(knex)) await writeAhead(knex);
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@agent-tasks/backstage-plugin-agent-tasks-backend',
        'migrations',
      ),
    });
  }
  return knex;
}

/**
 * Lets a commit wait for the disk once instead of three times. `full`, because the driver would
 * otherwise no longer wait at all, and an intent to start that a power cut takes back is a second
 * start. In memory none of it changes anything.
 */
async function writeAhead(knex: Knex): Promise<void> {
  await knex.raw('pragma journal_mode = wal');
  await knex.raw('pragma synchronous = full');
}

/** The database's own name, which also keys what must survive a restore. */
export function installationOf(
  knex: Knex,
  newId: () => string,
): Promise<Installation> {
  return readInstallation(knex, newId);
}
