import { Knex } from 'knex';

export function isSqlite(knex: Knex): boolean {
  return String(knex.client.config.client).includes('sqlite');
}

/**
 * The database's clock in integer milliseconds: the one clock all replicas share. On PostgreSQL
 * `clock_timestamp()`, because `now()` stands still within a transaction; and as a subquery, which
 * is worked out once: compared with a function that changes from row to row, no index is used.
 */
export function databaseClock(knex: Knex): Knex.Raw {
  return isSqlite(knex)
    ? knex.raw(`cast(round(unixepoch('subsec') * 1000) as integer)`)
    : knex.raw(
        '(select (extract(epoch from clock_timestamp()) * 1000)::bigint)',
      );
}

/** bigint comes as a string from PostgreSQL, as a number from SQLite. */
export function numberOf(value: number | string): number {
  return Number(value);
}

export function numberOrNull(
  value: number | string | null | undefined,
): number | null {
  return value === null || value === undefined ? null : Number(value);
}
