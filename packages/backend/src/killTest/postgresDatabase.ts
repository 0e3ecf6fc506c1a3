import { randomBytes } from 'node:crypto';
import knexFactory from 'knex';
import { PortalDatabase } from './PortalDatabase';

export interface PostgresDatabase extends PortalDatabase {
  /**
   * What a backup is, once it is read back: the tables of Agent Tasks as they are now, in databases
   * of their own. Nobody may be connected.
   */
  copy(): Promise<PostgresDatabase>;
}

/** Databases of one run's own on a PostgreSQL that is there already. */
export function postgresDatabase(url: string): PostgresDatabase {
  const prefix = `kill_test_${randomBytes(4).toString('hex')}_`;
  const connectTo = (database?: string) => {
    const address = new URL(url);
    if (database) address.pathname = database;
    return knexFactory({ client: 'pg', connection: address.href });
  };
  return {
    name: 'PostgreSQL',
    config: { client: 'pg', connection: url, prefix },
    async withTables(use) {
      const knex = connectTo(`${prefix}agent-tasks`);
      try {
        return await use(knex);
      } finally {
        await knex.destroy();
      }
    },
    async copy() {
      const copy = postgresDatabase(url);
      const knex = connectTo();
      try {
        await knex.raw('create database ?? template ??', [
          `${copy.config.prefix}agent-tasks`,
          `${prefix}agent-tasks`,
        ]);
      } finally {
        await knex.destroy();
      }
      return copy;
    },
    async close() {
      const knex = connectTo();
      try {
        const names: string[] = await knex('pg_database')
          .whereLike('datname', `${prefix.replaceAll('_', '\\_')}%`)
          .pluck('datname');
        for (const name of names) {
          await knex.raw('drop database ?? with (force)', [name]);
        }
      } finally {
        await knex.destroy();
      }
    },
  };
}
