import { Knex } from 'knex';
import { TaskRow } from '../../tables';

const SAMPLE = 20;

/** How long the last runs of a template took, milliseconds, newest first. Locks nothing. */
export async function selectRuns(
  knex: Knex,
  templateRef: string,
): Promise<number[]> {
  const rows = await knex<TaskRow>('task')
    .where('template_ref', templateRef)
    .whereNotNull('ended_at')
    .whereNotNull('started_at')
    .orderBy('ended_at', 'desc')
    .limit(SAMPLE)
    .select('started_at', 'ended_at');
  return rows.map(row => Number(row.ended_at) - Number(row.started_at));
}
