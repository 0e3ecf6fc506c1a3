import { Knex } from 'knex';
import { TaskEffect } from '../../../domain/task/taskEffect';
import { databaseClock, isSqlite } from '../../databaseClock';
import { EffectRow } from '../../tables';
import { ClaimedEffect, ClaimOptions } from '../../TaskStore';

/**
 * Takes the effects that have been due longest, by moving them ahead of the clock: two callers
 * never hold the same effect, and after a crash it comes due again. Performing is therefore at
 * least once.
 */
export async function claimDueEffects(
  knex: Knex,
  { limit, holdForMs }: ClaimOptions,
): Promise<ClaimedEffect[]> {
  const clock = databaseClock(knex);
  const due = knex('effect')
    .select('id')
    .where('due_at', '<=', clock)
    .orderBy('due_at')
    .limit(limit);
  if (!isSqlite(knex)) due.forUpdate().skipLocked();
  // In a clause of its own: as a subquery it could run again, and then lock more than the limit.
  const rows: EffectRow[] = await knex('effect')
    .with('due', due)
    .whereIn('id', knex.select('id').from('due'))
    .update({
      due_at: knex.raw('? + ?', [clock, holdForMs]),
      attempts: knex.raw('attempts + 1'),
    })
    .returning('*');
  return rows
    .sort((a, b) => Number(a.created_at) - Number(b.created_at))
    .map(row => ({
      id: row.id,
      taskId: row.task_id,
      effect: {
        dedupeKey: row.dedupe_key,
        kind: row.kind,
        ...JSON.parse(row.payload),
      } as TaskEffect,
      attempts: row.attempts - 1,
    }));
}
