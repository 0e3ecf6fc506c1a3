import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

const POSTGRES: TestDatabaseId = 'POSTGRES_18';

/**
 * The databases every statement is tried on. Without PostgreSQL the run fails instead of passing:
 * SQLite alone proves nothing about locks.
 */
export function storeDatabases(): TestDatabases {
  const databases = TestDatabases.create({
    ids: [POSTGRES, 'SQLITE_3'],
    disableDocker: true,
  });
  if (!databases.supports(POSTGRES)) {
    throw new Error(
      'These tests need PostgreSQL. Run `yarn test:unit`, which starts one, or name one in BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING.',
    );
  }
  return databases;
}

export const MIGRATIONS = {
  directory: resolvePackagePath(
    '@agent-tasks/backstage-plugin-agent-tasks-backend',
    'migrations',
  ),
};

/** An empty database with the plugin's tables. */
export async function migratedDatabase(
  databases: TestDatabases,
  id: TestDatabaseId,
): Promise<Knex> {
  const knex = await databases.init(id);
  await knex.migrate.latest(MIGRATIONS);
  return knex;
}

/** In the order in which they can be emptied. */
export const TABLES = [
  'task_text',
  'task_owner',
  'task_route',
  'task_event',
  'task_event_payload',
  'cost_entry',
  'effect',
  'idempotency',
  'raw_report',
  'template_version',
  'policy_version',
  'identity',
  'freeze',
  'breaker',
  'breaker_fact',
  'installation',
  'record_anchor',
  'task',
] as const;

/** Makes a database as it was after its migrations, which is faster than another one. */
export async function emptyTables(knex: Knex): Promise<void> {
  for (const table of TABLES) await knex(table).delete();
  await knex('admission').update({ decided_at: null });
}

/** How many rows every table has. */
export async function tableSizes(knex: Knex): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const table of TABLES) {
    const row = await knex(table).count({ count: '*' }).first();
    sizes[table] = Number(row?.count);
  }
  return sizes;
}
