import { Knex } from 'knex';
import { databaseClock, isSqlite } from '../../databaseClock';
import { DueColumn } from '../../tables';

/** What a loop claims: tasks in these phases whose column is due. */
export interface DueClaim {
  column: DueColumn;
  phases: readonly string[];
  /** Claim only tasks whose preflight is older than this, milliseconds. */
  preflightOlderThanMs?: number;
  /** One of each fair key before the second of any, instead of who has been due longest. */
  inTurns?: boolean;
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
  const { column, limit, holdForMs } = claim;
  const clock = databaseClock(knex);
  const due = whereDue(knex, claim).select('task.id').limit(limit);
  if (claim.inTurns) {
    due
      .join(turnsOf(knex, claim), 'turns.turn_id', 'task.id')
      .orderBy([
        { column: 'task.priority', order: 'desc' },
        { column: 'turns.turn' },
        { column: `task.${column}` },
      ]);
  } else {
    due.orderBy(`task.${column}`);
  }
  // What another one moved meanwhile is asked again, and for that the conditions stand out here too.
  if (!isSqlite(knex)) due.forUpdate('task').skipLocked();
  // In a clause of its own: as a subquery it could run again, and then lock more than the limit.
  const rows: { id: string }[] = await knex('task')
    .with('due', due)
    .whereIn('id', knex.select('id').from('due'))
    .update({ [column]: knex.raw('? + ?', [clock, holdForMs]) })
    .returning('id');
  return rows.map(row => row.id);
}

function whereDue(
  knex: Knex,
  { column, phases, preflightOlderThanMs }: DueClaim,
): Knex.QueryBuilder {
  const clock = databaseClock(knex);
  const due = knex('task')
    .where(`task.${column}`, '<=', clock)
    .whereIn('task.phase', [...phases]);
  if (preflightOlderThanMs === undefined) return due;
  return due.where(either =>
    either
      .whereNull('task.preflight_at')
      .orWhere(
        'task.preflight_at',
        '<',
        knex.raw('? - ?', [clock, preflightOlderThanMs]),
      ),
  );
}

/** The place of each due task among those of its fair key. */
function turnsOf(knex: Knex, claim: DueClaim): Knex.QueryBuilder {
  return whereDue(knex, claim)
    .select(
      { turn_id: 'id' },
      knex.raw(
        'row_number() over (partition by fair_key order by priority desc, ??, id) as turn',
        [claim.column],
      ),
    )
    .as('turns');
}
