import { Knex } from 'knex';
import { taskOf } from '../../rows';
import { TaskRow } from '../../tables';
import { TaskList, TaskListAsk } from '../../TaskQueries';
import { whereFilter } from './whereFilter';
import { whereVisible } from './whereVisible';

const COUNT_CAP = 1001;
const NEVER = Number.MAX_SAFE_INTEGER;

/** Must be the expressions of the indexes, or the order costs a sort of the whole table. */
const ORDERS = {
  createdAt: {
    expression: 'created_at',
    of: (row: TaskRow) => row.created_at,
  },
  updatedAt: {
    expression: 'updated_at',
    of: (row: TaskRow) => row.updated_at,
  },
  attentionDueAt: {
    expression: `coalesce(attention_due_at, ${NEVER})`,
    of: (row: TaskRow) => row.attention_due_at ?? NEVER,
  },
} as const;

/**
 * One page of tasks by keyset: a page starts behind the last row of the one before, so that new
 * rows neither repeat nor skip any. Counts no further than 1,001. Locks nothing.
 */
export async function listTasks(
  knex: Knex,
  { filter, visible, order, direction, limit, after }: TaskListAsk,
): Promise<TaskList> {
  const matching = () =>
    whereVisible(whereFilter(knex, knex('task'), filter), visible);
  const { expression, of } = ORDERS[order];
  const query = matching()
    .select<TaskRow[]>('task.*')
    .orderByRaw(`${expression} ${direction}, id ${direction}`)
    .limit(limit + 1);
  if (after) {
    query.whereRaw(
      `(${expression}, id) ${direction === 'asc' ? '>' : '<'} (?, ?)`,
      [after.value, after.id],
    );
  }
  const [rows, counted] = await Promise.all([
    query,
    knex(matching().select('id').limit(COUNT_CAP).as('capped')).count({
      count: '*',
    }),
  ]);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    tasks: rows.slice(0, limit).map(taskOf),
    next: last ? { value: Number(of(last)), id: last.id } : null,
    total: Number(counted[0]?.count ?? 0),
  };
}
