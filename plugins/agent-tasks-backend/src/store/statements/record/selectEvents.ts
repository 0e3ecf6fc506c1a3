import { Knex } from 'knex';
import { HistoryEntry } from '../../../domain/task/historyEntry';
import { EventPayloadRow, EventRow } from '../../tables';
import { RecordedEvent } from '../../TaskQueries';
import { numberOf } from '../../databaseClock';

/**
 * Lines of a record in order. A line whose payload was erased keeps what its row says. Locks
 * nothing.
 */
export async function selectEvents(
  knex: Knex,
  taskId: string,
  page: { afterSeq: number; limit: number },
): Promise<RecordedEvent[]> {
  const rows: (EventRow &
    Partial<Pick<EventPayloadRow, 'payload' | 'salt'>>)[] = await knex(
    'task_event',
  )
    .leftJoin('task_event_payload', join =>
      join
        .on('task_event.task_id', 'task_event_payload.task_id')
        .andOn('task_event.seq', 'task_event_payload.seq'),
    )
    .where('task_event.task_id', taskId)
    .where('task_event.seq', '>', page.afterSeq)
    .orderBy('task_event.seq')
    .limit(page.limit)
    .select('task_event.*', 'task_event_payload.payload');
  return rows.map(row => ({
    ...(told(row.payload) ?? bare(row)),
    seq: row.seq,
    mac: row.mac,
  }));
}

/**
 * A payload that somebody has changed may hold anything; the record must still be read, because it
 * is what names the change.
 */
function told(payload: string | undefined): HistoryEntry | undefined {
  try {
    const entry: Partial<HistoryEntry> | null = JSON.parse(payload ?? 'null');
    const isWhole =
      Number.isFinite(entry?.at) && Boolean(entry?.actor && entry?.details);
    return isWhole ? (entry as HistoryEntry) : undefined;
  } catch {
    return undefined;
  }
}

function bare(row: EventRow): HistoryEntry {
  return {
    type: row.type as HistoryEntry['type'],
    at: numberOf(row.at),
    actor: {
      type: row.actor_type as HistoryEntry['actor']['type'],
      ref: row.actor_ref,
      ...(row.actor_plugin ? { plugin: row.actor_plugin } : {}),
    },
    source: row.source as HistoryEntry['source'],
    ...(row.request_id ? { requestId: row.request_id } : {}),
    ...(row.from_phase ? { from: row.from_phase } : {}),
    ...(row.to_phase ? { to: row.to_phase } : {}),
    details: {},
  };
}
