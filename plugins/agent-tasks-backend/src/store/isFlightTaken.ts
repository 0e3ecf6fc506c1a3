import { isError } from '@backstage/errors';

/**
 * Whether a write failed on the unique index of one flight per repository, and on nothing else.
 * Knex puts the statement with its values before the database's words, so these are compared
 * exactly: a title may well contain the name of an index.
 */
export function isFlightTaken(error: unknown): boolean {
  // By shape: a driver's native errors need not come from this realm's Error.
  if (!isError(error)) return false;
  const { code, constraint } = error;
  return (
    (code === '23505' && constraint === 'task_one_flight_idx') ||
    (code === 'SQLITE_CONSTRAINT_UNIQUE' &&
      error.message.endsWith('UNIQUE constraint failed: task.flight_key'))
  );
}
