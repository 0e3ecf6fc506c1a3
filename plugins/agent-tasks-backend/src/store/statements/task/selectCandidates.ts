import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { READ_COLUMNS, ReadRow, taskOf } from '../../rows';

/**
 * Tasks that ask to start, in the order of `inFairOrder`: by priority, turn and age. The order has
 * to be here as well, because of the first few hundred of one mass submit nobody else would be
 * among them. Turns are reckoned over all that wait, texts are read only of those within the limit.
 * Locks nothing: who calls it holds the admission row, and the version fence catches the rest.
 */
export async function selectCandidates(
  knex: Knex,
  phases: readonly string[],
  limit: number,
): Promise<Task[]> {
  const inFlight = knex('task')
    .whereRaw('is_counted')
    .groupBy('fair_key')
    .select('fair_key')
    .count({ starts: '*' });
  const turns = knex('task')
    .whereIn('phase', [...phases])
    .leftJoin(inFlight.as('flying'), 'flying.fair_key', 'task.fair_key')
    .select(
      { turn_id: 'id' },
      knex.raw(
        `row_number() over (
          partition by task.fair_key order by priority desc, queued_at, id
        ) + coalesce(flying.starts, 0) as turn`,
      ),
    );
  const rows: ReadRow[] = await knex('task')
    .join(turns.as('turns'), 'turns.turn_id', 'task.id')
    .orderBy([
      { column: 'task.priority', order: 'desc' },
      { column: 'turns.turn' },
      { column: 'task.queued_at' },
      { column: 'task.id' },
    ])
    .limit(limit)
    .select(READ_COLUMNS);
  return rows.map(taskOf);
}
