import { randomBytes } from 'node:crypto';
import knexFactory from 'knex';
import { PortalDatabase } from './PortalDatabase';

/** Databases of one run's own on a PostgreSQL that is there already. */
export function postgresDatabase(url: string): PortalDatabase {
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
