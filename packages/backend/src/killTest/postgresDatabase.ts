import { randomBytes } from 'node:crypto';
import { JsonObject } from '@backstage/types';
import knexFactory from 'knex';
import { PortalDatabase } from './PortalDatabase';

export interface PostgresDatabase extends PortalDatabase {
  /**
   * What a backup is, once it is read back: the tables of Agent Tasks as they are now, in databases
   * of their own. Nobody may be connected.
   */
  copy(): Promise<PostgresDatabase>;
  /** Ends every connection to it, whatever is done on it, and tells how many there were. */
  cutConnections(): Promise<number>;
}

/**
 * Databases of one run's own on a PostgreSQL that is there already.
 *
 * @param pool - knex's settings of the pool of Agent Tasks in each replica
 */
export function postgresDatabase(
  url: string,
  pool?: JsonObject,
): PostgresDatabase {
  const prefix = `kill_test_${randomBytes(4).toString('hex')}_`;
  const isOurs = `${prefix.replaceAll('_', '\\_')}%`;
  const connectTo = (database?: string) => {
    const address = new URL(url);
    if (database) address.pathname = database;
    return knexFactory({ client: 'pg', connection: address.href });
  };
  return {
    name: 'PostgreSQL',
    config: {
      ...{ client: 'pg', connection: url, prefix },
      ...(pool && { plugin: { 'agent-tasks': { knexConfig: { pool } } } }),
    },
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
    async cutConnections() {
      const knex = connectTo();
      try {
        const { rows } = await knex.raw(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname like ?`,
          [isOurs],
        );
        return rows.length;
      } finally {
        await knex.destroy();
      }
    },
    async close() {
      const knex = connectTo();
      try {
        const names: string[] = await knex('pg_database')
          .whereLike('datname', isOurs)
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
