import knexFactory, { Knex } from 'knex';
import { PostgresDatabase } from '../killTest/postgresDatabase';
import { postgresUrl } from '../killTest/postgresUrl';

/** The tables of one plugin of a portal. */
export function connectTo(
  { config }: Pick<PostgresDatabase, 'config'>,
  plugin: string,
): Knex {
  const url = new URL(postgresUrl());
  url.pathname = `${config.prefix}${plugin}`;
  return knexFactory({ client: 'pg', connection: url.href });
}
