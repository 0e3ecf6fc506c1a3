import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { taskOf } from '../../rows';
import { TaskRow } from '../../tables';

/**
 * Tasks that ask to start, by priority and then by how long they have waited. Locks nothing: who
 * calls it holds the admission row, and the version fence catches the rest.
 */
export async function selectCandidates(
  knex: Knex,
  phases: readonly string[],
  limit: number,
): Promise<Task[]> {
  const rows: TaskRow[] = await knex('task')
    .whereIn('phase', [...phases])
    .orderBy([
      { column: 'priority', order: 'desc' },
      { column: 'queued_at', order: 'asc' },
      { column: 'id', order: 'asc' },
    ])
    .limit(limit);
  return rows.map(taskOf);
}
