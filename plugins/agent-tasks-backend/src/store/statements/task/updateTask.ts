import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { dueTimesOf, rowOf } from '../../rows';
import { DUE_COLUMNS, TaskRow } from '../../tables';

/** A hint brings these forward without touching the version. */
const HINTED_COLUMNS = ['read_due_at', 'artifact_due_at'] as const;

/**
 * Writes a task over the version that was loaded: exactly one of several writers wins, and the
 * others see `false` and have written nothing. A due column that the change does not move is left
 * alone: since the task was loaded, a loop may have claimed by it, or a hint brought it forward;
 * and one that a hint brought forward is never moved back by what was loaded before the hint.
 * Safe to call twice.
 */
export async function updateTask(
  trx: Knex.Transaction,
  before: Task,
  after: Task,
): Promise<boolean> {
  const { id, ...columns }: Partial<TaskRow> = rowOf(after);
  const loaded = dueTimesOf(before);
  for (const column of DUE_COLUMNS) {
    if (columns[column] === loaded[column]) delete columns[column];
  }
  const moved = HINTED_COLUMNS.filter(column => column in columns);
  const changed = await trx('task')
    .where({ id: before.id, version: before.version })
    .update({
      ...columns,
      ...Object.fromEntries(
        moved.map(column => [column, unlessHinted(trx, column, before, after)]),
      ),
    });
  return changed === 1;
}

/** The new due time, or the sooner one that a hint has set since the task was loaded. */
function unlessHinted(
  trx: Knex.Transaction,
  column: (typeof HINTED_COLUMNS)[number],
  before: Task,
  after: Task,
): Knex.Raw {
  const loadedAt = dueTimesOf(before)[column];
  const dueAt = dueTimesOf(after)[column];
  const isHinted =
    loadedAt === null
      ? trx.raw('?? is not null', [column])
      : trx.raw('?? < ?', [column, loadedAt]);
  const isSooner =
    dueAt === null ? trx.raw('true') : trx.raw('?? < ?', [column, dueAt]);
  return trx.raw('case when ? and ? then ?? else ? end', [
    isHinted,
    isSooner,
    column,
    dueAt,
  ]);
}
