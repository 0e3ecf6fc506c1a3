/** Codes of PostgreSQL, of sockets and of SQLite for a database that cannot be reached just now. */
const CODES =
  /^(?:ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|57P0[123]|53300|08\d{3}|SQLITE_(?:BUSY|CANTOPEN|IOERR|FULL))/;

/** Whether an error is the database's absence, and not a fault of ours. */
export function isDatabaseOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: unknown };
  return (
    error.name === 'KnexTimeoutError' ||
    error.message === 'Unable to acquire a connection' ||
    (typeof code === 'string' && CODES.test(code))
  );
}
