import { JsonObject } from '@backstage/types';
import knexFactory, { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { dirname, join } from 'node:path';

/** An empty database of its own for one measurement. */
export interface BenchmarkDatabase {
  /** `PostgreSQL` or `SQLite`. */
  name: string;
  knex: Knex;
  /** Makes the tables of tasks; what they are compared with may lie beside them. */
  migrate(): Promise<void>;
  /** Lets the database look at what it was filled with, as its own housekeeping does over time. */
  settle(): Promise<void>;
  drop(): Promise<void>;
}

const PLUGIN = '@agent-tasks/backstage-plugin-agent-tasks-backend';
const MIGRATIONS = join(
  dirname(require.resolve(`${PLUGIN}/package.json`)),
  'migrations',
);

/** Makes databases like those that Backstage gives to a plugin. */
export class Databases {
  /**
   * @param directory - where SQLite's files are put
   * @param postgresUrl - of a server on which databases may be made; absent: SQLite alone
   */
  constructor(
    private readonly directory: string,
    private readonly postgresUrl?: string,
  ) {}

  /** One of each kind, so that the same is measured on all. */
  async each<T>(
    measure: (database: BenchmarkDatabase) => Promise<T[]>,
  ): Promise<T[]> {
    const results: T[] = [];
    if (this.postgresUrl !== undefined) {
      results.push(...(await lend(await this.postgres(), measure)));
    }
    results.push(...(await lend(this.sqlite(), measure)));
    return results;
  }

  /** The same for portals, which make their databases themselves. */
  async eachPortal<T>(
    measure: (portal: { name: string; config: JsonObject }) => Promise<T[]>,
  ): Promise<T[]> {
    const results: T[] = [];
    if (this.postgresUrl !== undefined) {
      const prefix = `bench_${randomUUID().slice(0, 8)}_`;
      const connection = this.postgresUrl;
      const config = { client: 'pg', connection, prefix };
      try {
        results.push(...(await measure({ name: 'PostgreSQL', config })));
      } finally {
        await this.dropDatabases(prefix);
      }
    }
    const directory = join(this.directory, randomUUID());
    const config = { client: 'better-sqlite3', connection: { directory } };
    results.push(...(await measure({ name: 'SQLite', config })));
    return results;
  }

  async versions(): Promise<Record<string, string>> {
    const versions = await this.each(async ({ name, knex }) => {
      const query =
        name === 'SQLite'
          ? `select sqlite_version() as version`
          : `select current_setting('server_version') as version`;
      const answer = await knex.raw(query);
      const [{ version }] = answer.rows ?? answer;
      return [[name, String(version)]];
    });
    return Object.fromEntries(versions);
  }

  /**
   * @param now - the clock that its statements read, milliseconds: what then happens is counted,
   *   not timed, and kept in memory. Absent: the real one, and a file
   */
  sqlite(now?: () => number): BenchmarkDatabase {
    const file = join(this.directory, `${randomUUID()}.sqlite`);
    const knex = openSqlite(now ? ':memory:' : file, now);
    return {
      name: 'SQLite',
      knex,
      migrate: () => migrate(knex),
      settle: () => knex.raw('analyze'),
      drop: () => knex.destroy(),
    };
  }

  /** A SQLite that a portal makes itself, and that is looked into while none is running. */
  portalOnSqlite(): PortalDatabase {
    const directory = join(this.directory, randomUUID());
    return {
      config: { client: 'better-sqlite3', connection: { directory } },
      tasks: now => openSqlite(join(directory, 'agent-tasks.sqlite'), now),
    };
  }

  private async postgres(): Promise<BenchmarkDatabase> {
    const database = `bench_${randomUUID().replaceAll('-', '')}`;
    const server = this.server();
    await server.raw('create database ??', [database]);
    const url = new URL(this.postgresUrl!);
    url.pathname = `/${database}`;
    const knex = knexFactory({ client: 'pg', connection: url.href });
    return {
      name: 'PostgreSQL',
      knex,
      migrate: () => migrate(knex),
      settle: () => knex.raw('vacuum analyze'),
      drop: async () => {
        await knex.destroy();
        await server.raw('drop database ??', [database]);
        await server.destroy();
      },
    };
  }

  private async dropDatabases(prefix: string): Promise<void> {
    const server = this.server();
    const names: string[] = await server('pg_database')
      .whereRaw('starts_with(datname, ?)', [prefix])
      .pluck('datname');
    for (const name of names) {
      await server.raw('drop database ?? with (force)', [name]);
    }
    await server.destroy();
  }

  private server(): Knex {
    const pool = { min: 0, max: 1 };
    return knexFactory({ client: 'pg', connection: this.postgresUrl, pool });
  }
}

/** The databases of a portal that none is running on. */
export interface PortalDatabase {
  /** `backend.database` of its configuration. */
  config: JsonObject;
  /** That of our plugin, once a portal has made it, with the clock that its statements read. */
  tasks(now: () => number): Knex;
}

function openSqlite(filename: string, now?: () => number): Knex {
  return knexFactory({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
    pool: {
      min: 1,
      max: 1,
      ...(now && {
        afterCreate: (connection: SqliteConnection, done: () => void) => {
          // A function of ours goes before the one that is built in.
          const seconds = () => now() / 1000;
          connection.function('unixepoch', { varargs: true }, seconds);
          done();
        },
      }),
    },
  });
}

interface SqliteConnection {
  function(
    name: string,
    options: { varargs: boolean },
    implementation: () => number,
  ): void;
}

async function migrate(knex: Knex): Promise<void> {
  const tableName = 'agent_tasks_migrations';
  await knex.migrate.latest({ directory: MIGRATIONS, tableName });
}

async function lend<T>(
  database: BenchmarkDatabase,
  use: (database: BenchmarkDatabase) => Promise<T>,
): Promise<T> {
  try {
    return await use(database);
  } finally {
    await database.drop();
  }
}
