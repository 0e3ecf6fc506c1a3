import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { READ_COLUMNS, ReadRow, taskOf } from '../../rows';
import { VisibleTasks } from '../../TaskQueries';
import { FreezeRow } from '../../TaskStore';
import { whereVisible } from './whereVisible';

/**
 * What waits in the scope of a freeze, for people: what is held is decided by admission alone. Reads
 * queued tasks through the index of phases. Locks nothing.
 */
export async function selectWaitingIn(
  knex: Knex,
  scope: Pick<FreezeRow, 'scopeKind' | 'scopeRef'>,
  visible: VisibleTasks,
  limit: number,
): Promise<{ count: number; tasks: Task[] }> {
  const waiting = () => whereCovered(knex, scope).where({ phase: 'queued' });
  const [{ count }] = await waiting().count({ count: '*' });
  const rows: ReadRow[] = await whereVisible(waiting(), visible)
    .select(READ_COLUMNS)
    .orderBy(['queued_at', 'id'])
    .limit(limit);
  return { count: Number(count), tasks: rows.map(taskOf) };
}

/** The same as `covers` of the domain, as a condition. */
function whereCovered(
  knex: Knex,
  { scopeKind, scopeRef }: Pick<FreezeRow, 'scopeKind' | 'scopeRef'>,
): Knex.QueryBuilder {
  const task = knex('task');
  switch (scopeKind) {
    case 'organization':
      return task.whereRaw('substr(repository_slug, 1, ?) = ?', [
        `${scopeRef}/`.length,
        `${scopeRef}/`,
      ]);
    case 'repository':
      return task.where('repository_slug', scopeRef);
    case 'owner':
      return task.whereIn(
        'id',
        knex('task_owner').where({ owner_ref: scopeRef }).select('task_id'),
      );
    case 'template':
      return task.where('template_ref', scopeRef);
    case 'policy':
      return task.where('policy_id', scopeRef);
    default:
      return task;
  }
}
