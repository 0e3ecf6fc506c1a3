import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';
import { readInstallation } from './statements/record/readInstallation';

/** The plugin's own database with all its tables, unless who runs it migrates by themselves. */
export async function openDatabase(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
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

/** The database's own name, which also keys what must survive a restore. */
export function installationOf(
  knex: Knex,
  newId: () => string,
): Promise<{ id: string; instance: string | null }> {
  return readInstallation(knex, newId);
}
