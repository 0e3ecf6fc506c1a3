import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { READ_COLUMNS, ReadRow, taskOf } from '../../rows';
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
    of: (task: Task) => task.createdAt,
  },
  updatedAt: {
    expression: 'updated_at',
    of: (task: Task) => task.updatedAt,
  },
  attentionDueAt: {
    expression: `coalesce(attention_due_at, ${NEVER})`,
    of: (task: Task) => task.attentionDueAt ?? NEVER,
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
  const tasks = rows.slice(0, ask.limit).map(taskOf);
  const last = rows.length > ask.limit ? tasks[ask.limit - 1] : undefined;
  const { of } = ORDERS[ask.order];
  return { tasks, next: last ? { value: of(last), id: last.id } : null, total };
}

/** One row more than asked for: it tells whether there is another page. */
function pageOf(
  knex: Knex,
  { order, direction, limit, after }: TaskListAsk,
  branches: readonly Branch[],
): Promise<ReadRow[]> {
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
  if (branches.length === 1 && !first.owner) {
    const found = whereMatches(knex, knex('task'), first);
    return inOrder(found.select(READ_COLUMNS), expression, 'id');
  }
  // The page of all is among the pages of each.
  const pages = branches.map(branch =>
    branch.owner && order === 'createdAt'
      ? inOrder(idsIn(knex, branch), 'task_created_at', 'task_id')
      : inOrder(idsIn(knex, branch, 'joined'), expression, 'task.id'),
  );
  const found = knex('task').whereIn('id', together(knex, pages));
  return inOrder(found.select(READ_COLUMNS), expression, 'id');
}

async function countOf(
  knex: Knex,
  branches: readonly Branch[],
): Promise<number> {
  const capped = branches.map(branch => idsIn(knex, branch).limit(COUNT_CAP));
  const [{ count }] = await knex(together(knex, capped).as('capped')).count({
    count: '*',
  });
  return Math.min(Number(count), COUNT_CAP);
}

/**
 * The ids of a branch. What its owner's index knows is asked of that alone; the task itself is
 * looked at when a condition is left, or when the caller orders by it (`joined`).
 */
function idsIn(knex: Knex, branch: Branch, need?: 'joined'): Knex.QueryBuilder {
  const { owner, filter, visible } = branch;
  if (!owner) return whereMatches(knex, knex('task').select('id'), branch);
  const owned = knex('task_owner').where('owner_ref', owner.ref);
  if (owner.status !== null) owned.where('task_status', owner.status);
  const isAll = Object.values(filter).every(value => value === undefined);
  return isAll && 'all' in visible && !need
    ? owned.select({ id: 'task_id' })
    : whereMatches(
        knex,
        owned.join('task', 'task.id', 'task_id').select('task.id'),
        branch,
      );
}

function whereMatches(
  knex: Knex,
  query: Knex.QueryBuilder,
  { filter, visible }: Branch,
): Knex.QueryBuilder {
  return whereVisible(whereFilter(knex, query, filter), visible);
}

/** The ids of all of them, each once. SQLite takes a limit within a union only one level down. */
function together(
  knex: Knex,
  queries: readonly Knex.QueryBuilder[],
): Knex.QueryBuilder {
  const [first, ...others] = queries.map((query, index) =>
    knex.select('id').from(query.as(`branch_${index}`)),
  );
  return first.union(others);
}
