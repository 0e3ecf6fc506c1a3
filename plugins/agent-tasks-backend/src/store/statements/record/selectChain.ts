import { Knex } from 'knex';
import { StoredLink } from '../../TaskQueries';

/** The lines of a record as they were sealed, in order, erased payloads as null. Locks nothing. */
export async function selectChain(
  knex: Knex,
  taskId: string,
): Promise<StoredLink[]> {
  const rows = await knex('task_event')
    .leftJoin('task_event_payload', join =>
      join
        .on('task_event.task_id', 'task_event_payload.task_id')
        .andOn('task_event.seq', 'task_event_payload.seq'),
    )
    .where('task_event.task_id', taskId)
    .orderBy('task_event.seq')
    .select(
      'task_event.seq',
      'task_event.mac',
      'task_event_payload.salt',
      'task_event_payload.payload',
      { payloadDigest: 'task_event.payload_digest' },
    );
  return rows.map(row => ({
    seq: Number(row.seq),
    payloadDigest: row.payloadDigest,
    mac: row.mac,
    salt: row.salt ?? null,
    payload: row.payload ?? null,
  }));
}
