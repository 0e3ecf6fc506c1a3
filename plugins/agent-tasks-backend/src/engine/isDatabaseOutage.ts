/** Codes of PostgreSQL, of sockets and of SQLite for a database that cannot be reached just now. */
const CODES =
  /^(?:ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0[123]|53300|08\d{3}|SQLITE_(?:BUSY|CANTOPEN|IOERR|FULL))/;

/**
 * What drivers say without a code: `pg` of a connection that broke, knex of a pool that is empty.
 * knex puts the statement in front. https://github.com/brianc/node-postgres/blob/master/packages/pg/lib/client.js
 */
const WORDS =
  /(?:^| - )(?:Connection terminated(?: unexpectedly| due to connection timeout)?|Client has encountered a connection error and is not queryable|Client was closed and is not queryable|timeout expired|Unable to acquire a connection)$/;

/** Whether an error is the database's absence, and not a fault of ours. */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    error.name === 'KnexTimeoutError' ||
    (typeof code === 'string' ? CODES.test(code) : WORDS.test(error.message))
  );
}
