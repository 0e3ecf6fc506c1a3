import { Knex } from 'knex';
import { databaseClock, numberOf } from '../../databaseClock';
import { READ_COLUMNS, ReadRow, taskOf } from '../../rows';
import { LoadedTask } from '../../TaskStore';

/** Reads a task together with the clock, in one statement. Locks nothing. */
export async function selectTask(
  knex: Knex,
  id: string,
): Promise<LoadedTask | undefined> {
  const row: (ReadRow & { clock: number | string }) | undefined = await knex(
    'task',
  )
    .where('id', id)
    .first(READ_COLUMNS)
    .select({ clock: databaseClock(knex) });
  return row && { task: taskOf(row), now: numberOf(row.clock) };
}
