import { Knex } from 'knex';
import { Task } from '../../../domain/task/task';
import { READ_COLUMNS, ReadRow, taskOf } from '../../rows';

/** What an ended task may still have that is past its time. */
const REMAINS = {
  prompts: (query: Knex.QueryBuilder) =>
    query.whereExists(text =>
      text
        .from('task_text')
        .whereRaw('task_text.task_id = task.id')
        .whereNotNull('prompt'),
    ),
  events: (query: Knex.QueryBuilder) =>
    query.whereExists(payload =>
      payload
        .from('task_event_payload')
        .whereRaw('task_event_payload.task_id = task.id'),
    ),
  tasks: (query: Knex.QueryBuilder) => query,
} as const;

/**
 * Tasks that ended before a time and still have something to forget, by id, behind the one that is
 * given. Reads all tasks that ended: for the loop that forgets. Locks nothing.
 */
export async function selectEnded(
  knex: Knex,
  ask: {
    remains: keyof typeof REMAINS;
    before: number;
    afterId: string;
    limit: number;
  },
): Promise<Task[]> {
  const ended = knex('task')
    .where('ended_at', '<', ask.before)
    .where('id', '>', ask.afterId)
    .orderBy('id')
    .limit(ask.limit);
  const rows: ReadRow[] = await REMAINS[ask.remains](ended).select(
    READ_COLUMNS,
  );
  return rows.map(taskOf);
}
