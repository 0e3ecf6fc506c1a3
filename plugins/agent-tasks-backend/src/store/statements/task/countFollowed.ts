import { Knex } from 'knex';
import { Lane, LANES } from '../../../domain/schedule/lane';
import { databaseClock, numberOf, numberOrNull } from '../../databaseClock';
import { FollowedByIdentity } from '../../TaskStore';

interface FollowedRow
  extends Record<'count' | 'youngest' | Lane, number | string | null> {
  identity: string;
  clock: number | string;
}

/**
 * How many tasks of each identity may still change at the provider, how long ago the youngest of
 * them started, and which of its sweeps are due. Reads the partial index of counted tasks. Locks
 * nothing.
 */
export async function countFollowed(knex: Knex): Promise<FollowedByIdentity> {
  const rows: FollowedRow[] = await knex('task')
    .leftJoin('identity', 'identity.id', 'task.identity_id')
    // As the partial index says it; SQLite does not see that `= 1` means the same.
    .whereRaw('task.is_counted')
    .whereNotNull('task.provider_task_id')
    .groupBy('task.identity_id')
    .select({ identity: 'task.identity_id', clock: databaseClock(knex) })
    .count({ count: '*' })
    .max({ youngest: 'task.started_at' })
    .max({ live: 'identity.next_sweep_at' })
    .max({ archived: 'identity.next_archived_sweep_at' });
  return new Map(
    rows.map(row => {
      const clock = numberOf(row.clock);
      const startedAt = numberOrNull(row.youngest);
      return [
        row.identity,
        {
          count: Number(row.count),
          youngestMs: startedAt === null ? null : clock - startedAt,
          dueLanes: LANES.filter(lane => Number(row[lane] ?? 0) <= clock),
        },
      ];
    }),
  );
}
