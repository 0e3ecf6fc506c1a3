import { Knex } from 'knex';
import { databaseClock, numberOf, numberOrNull } from '../../databaseClock';

/**
 * How many tasks of an identity may still change at the provider, and how long ago the youngest
 * started. Reads the partial index of counted tasks. Locks nothing.
 */
export async function countFollowed(
  knex: Knex,
  identityId: string,
): Promise<{ count: number; youngestMs: number | null }> {
  const [row]: {
    count: number | string;
    youngest: number | string | null;
    clock: number | string;
  }[] = await knex('task')
    .where('identity_id', identityId)
    // As the partial index says it; SQLite does not see that `= 1` means the same.
    .whereRaw('is_counted')
    .whereNotNull('provider_task_id')
    .count({ count: '*' })
    .max({ youngest: 'started_at' })
    .select({ clock: databaseClock(knex) });
  const youngest = numberOrNull(row.youngest);
  return {
    count: Number(row.count),
    youngestMs: youngest === null ? null : numberOf(row.clock) - youngest,
  };
}
