import { Knex } from 'knex';
import { databaseClock, numberOf } from '../../databaseClock';
import { taskOf } from '../../rows';
import { TaskRow } from '../../tables';
import { LoadedTask } from '../../TaskStore';

/** Reads a task together with the clock, in one statement. Locks nothing. */
export async function selectTask(
  knex: Knex,
  id: string,
): Promise<LoadedTask | undefined> {
  const row: (TaskRow & { clock: number | string }) | undefined = await knex(
    'task',
  )
    .where('id', id)
    .first('task.*', { clock: databaseClock(knex) });
  return row && { task: taskOf(row), now: numberOf(row.clock) };
}
