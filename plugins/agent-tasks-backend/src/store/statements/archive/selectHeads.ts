import { Knex } from 'knex';
import { Span } from '../../TaskArchive';

/** The last line that a record got within a span. */
export interface RecordHead {
  taskId: string;
  seq: number;
  mac: string;
}

/**
 * Where the records that grew within a span stood at its end, by task id, behind the one that is
 * given. Reads all lines: for a root once a day. Locks nothing.
 */
export async function selectHeads(
  knex: Knex,
  ask: Span & { afterId: string; limit: number },
): Promise<RecordHead[]> {
  const heads = knex('task_event')
    .where('at', '>=', ask.since)
    .where('at', '<', ask.until)
    .where('task_id', '>', ask.afterId)
    .groupBy('task_id')
    .orderBy('task_id')
    .limit(ask.limit)
    .select('task_id')
    .max({ seq: 'seq' });
  const rows = await knex('task_event')
    .join(heads.as('head'), join =>
      join
        .on('head.task_id', 'task_event.task_id')
        .andOn('head.seq', 'task_event.seq'),
    )
    .orderBy('task_event.task_id')
    .select('task_event.task_id', 'task_event.seq', 'task_event.mac');
  return rows.map(row => ({
    taskId: row.task_id,
    seq: Number(row.seq),
    mac: row.mac,
  }));
}
