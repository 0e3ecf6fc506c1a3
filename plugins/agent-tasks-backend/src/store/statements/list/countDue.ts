import { Knex } from 'knex';
import { databaseClock } from '../../databaseClock';
import { DueColumn } from '../../tables';
import { DueLoop } from '../../TaskStore';

/**
 * How many rows wait for each loop although their time has come: what grows when a loop stands
 * still. Counts over the partial indexes of the due columns. Locks nothing.
 */
export async function countDue(
  knex: Knex,
  loops: Record<DueLoop, { column: DueColumn; phases: readonly string[] }>,
): Promise<Record<DueLoop | 'perform', number>> {
  const clock = databaseClock(knex);
  const counted = async (query: Knex.QueryBuilder) =>
    Number((await query.count({ count: '*' }))[0].count);
  const counts = await Promise.all([
    ...Object.entries(loops).map(
      async ([loop, { column, phases }]) =>
        [
          loop,
          await counted(
            knex('task').where(column, '<=', clock).whereIn('phase', phases),
          ),
        ] as const,
    ),
    counted(knex('effect').where('due_at', '<=', clock)).then(
      count => ['perform', count] as const,
    ),
  ]);
  return Object.fromEntries(counts) as Record<DueLoop | 'perform', number>;
}
