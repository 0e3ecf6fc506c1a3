import { Knex } from 'knex';
import { databaseClock, isSqlite } from '../../databaseClock';

/** Which tasks a hint is about: those with these ids, or of this repository and branch. */
export type HintTarget =
  | { providerTaskIds: string[]; repositoryId?: undefined }
  | { providerTaskIds?: undefined; repositoryId: string; branch?: string };

/**
 * Brings the next read of the named tasks forward, to now or so much later; never moves one back,
 * and touches no task that is not followed. Locks the rows in the order of their ids, so that two hints about the
 * same tasks wait for each other instead of standing still. Safe to call twice.
 */
export async function hintReads(
  knex: Knex,
  column: 'read_due_at' | 'artifact_due_at',
  target: HintTarget,
  afterMs: number,
): Promise<number> {
  const due = knex.raw('? + ?', [databaseClock(knex), afterMs]);
  const hinted = knex('task')
    .select('id')
    .whereNotNull('provider_task_id')
    .where(later => later.whereNull(column).orWhere(column, '>', due))
    .orderBy('id');
  if (target.providerTaskIds !== undefined) {
    hinted.whereIn('provider_task_id', target.providerTaskIds);
  } else {
    hinted.where({ repository_id: target.repositoryId });
    if (target.branch !== undefined) hinted.where({ branch: target.branch });
  }
  if (!isSqlite(knex)) hinted.forUpdate();
  return knex('task')
    .with('hinted', hinted)
    .whereIn('id', knex.select('id').from('hinted'))
    .update({ [column]: due });
}
