import { Knex } from 'knex';
import { taskOf } from '../../rows';
import { TaskRow } from '../../tables';
import { TaskList, TaskListAsk } from '../../TaskQueries';
import { Branch, branchesOf } from './branchesOf';
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
  ask: TaskListAsk,
): Promise<TaskList> {
  const branches = branchesOf(ask.filter, ask.visible);
  if (branches.length === 0) return { tasks: [], next: null, total: 0 };
  const [rows, total] = await Promise.all([
    pageOf(knex, ask, branches),
    countOf(knex, branches),
  ]);
  const last = rows.length > ask.limit ? rows[ask.limit - 1] : undefined;
  const { of } = ORDERS[ask.order];
  return {
    tasks: rows.slice(0, ask.limit).map(taskOf),
    next: last ? { value: Number(of(last)), id: last.id } : null,
    total,
  };
}

/** One row more than asked for: it tells whether there is another page. */
function pageOf(
  knex: Knex,
  { order, direction, limit, after }: TaskListAsk,
  branches: readonly Branch[],
): Promise<TaskRow[]> {
  const { expression } = ORDERS[order];
  const inOrder = (query: Knex.QueryBuilder, value: string, id: string) => {
    query
      .orderByRaw(`${value} ${direction}, ${id} ${direction}`)
      .limit(limit + 1);
    if (!after) return query;
    const isBehind = direction === 'asc' ? '>' : '<';
    const { value: reached, id: last } = after;
    return query.whereRaw(`(${value}, ${id}) ${isBehind} (?, ?)`, [
      reached,
      last,
    ]);
  };
  const [first] = branches;
  if (branches.length === 1 && first.ownerRef === null) {
    return inOrder(matching(knex, first).select('task.*'), expression, 'id');
  }
  // The page of all is among the pages of each.
  const pages = branches.map(branch =>
    branch.ownerRef !== null && order === 'createdAt'
      ? inOrder(matching(knex, branch), 'task_created_at', 'task_id')
      : inOrder(matching(knex, branch), expression, 'id'),
  );
  const found = knex('task').whereIn('id', idsOf(knex, pages));
  return inOrder(found.select('task.*'), expression, 'id');
}

async function countOf(
  knex: Knex,
  branches: readonly Branch[],
): Promise<number> {
  const capped = branches.map(branch =>
    matching(knex, branch).limit(COUNT_CAP),
  );
  const [{ count }] = await knex(idsOf(knex, capped).as('capped')).count({
    count: '*',
  });
  return Math.min(Number(count), COUNT_CAP);
}

/** The tasks of a branch, through its owner where it has one. */
function matching(
  knex: Knex,
  { ownerRef, filter, visible }: Branch,
): Knex.QueryBuilder {
  const tasks =
    ownerRef === null
      ? knex('task')
      : knex('task_owner')
          .join('task', 'task.id', 'task_owner.task_id')
          .where('task_owner.owner_ref', ownerRef);
  return whereVisible(whereFilter(knex, tasks, filter), visible);
}

/** The ids of all of them, each once. SQLite takes a limit within a union only one level down. */
function idsOf(
  knex: Knex,
  queries: readonly Knex.QueryBuilder[],
): Knex.QueryBuilder {
  const [first, ...others] = queries.map((query, index) =>
    knex.select('id').from(query.select('task.id').as(`branch_${index}`)),
  );
  return first.union(others);
}
