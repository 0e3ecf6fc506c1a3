import { Knex } from 'knex';
import { databaseClock, isSqlite } from '../../databaseClock';
import { DueColumn } from '../../tables';

/** What a loop claims: tasks in these phases whose column is due. */
export interface DueClaim {
  column: DueColumn;
  phases: readonly string[];
  /** Claim only tasks whose preflight is older than this, milliseconds. */
  preflightOlderThanMs?: number;
  limit: number;
  holdForMs: number;
}

/**
 * Takes the tasks that have been due longest, by moving one column `holdForMs` ahead of the
 * database's clock. PostgreSQL locks the rows and skips those another replica holds; SQLite has
 * one writer. Two callers never get the same row. A crash afterwards costs the hold: the rows come
 * due again.
 */
export async function claimDueTasks(
  knex: Knex,
  claim: DueClaim,
): Promise<string[]> {
  const { column, phases, limit, holdForMs } = claim;
  const clock = databaseClock(knex);
  const due = knex('task')
    .select('id')
    .where(column, '<=', clock)
    .whereIn('phase', [...phases])
    .orderBy(column)
    .limit(limit);
  if (claim.preflightOlderThanMs !== undefined) {
    const age = claim.preflightOlderThanMs;
    due.where(either =>
      either
        .whereNull('preflight_at')
        .orWhere('preflight_at', '<', knex.raw('? - ?', [clock, age])),
    );
  }
  if (!isSqlite(knex)) due.forUpdate().skipLocked();
  // In a clause of its own: as a subquery it could run again, and then lock more than the limit.
  const rows: { id: string }[] = await knex('task')
    .with('due', due)
    .whereIn('id', knex.select('id').from('due'))
    .update({ [column]: knex.raw('? + ?', [clock, holdForMs]) })
    .returning('id');
  return rows.map(row => row.id);
}
