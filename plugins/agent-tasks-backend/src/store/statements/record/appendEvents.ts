import { Knex } from 'knex';
import { HistoryEntry } from '../../../domain/task/historyEntry';
import { RecordSeal } from '../../RecordSeal';

/** Where a record stands: how many lines, and the seal of the last. */
export interface RecordHead {
  eventCount: number;
  chainHead: string | null;
}

/** The lines to be written, each sealed over the one before, and where the record stands then. */
export function sealEvents(
  seal: RecordSeal,
  taskId: string,
  head: RecordHead,
  history: readonly HistoryEntry[],
): { head: RecordHead; lines: SealedLine[] } {
  let { eventCount, chainHead } = head;
  const lines = history.map(entry => {
    const seq = eventCount + 1;
    const payload = JSON.stringify(entry);
    const sealed = seal.seal({ taskId, seq, previous: chainHead, payload });
    eventCount = seq;
    chainHead = sealed.mac;
    return { entry, seq, payload, ...sealed };
  });
  return { head: { eventCount, chainHead }, lines };
}

export interface SealedLine {
  entry: HistoryEntry;
  seq: number;
  payload: string;
  salt: string;
  payloadDigest: string;
  mac: string;
}

/**
 * Appends lines to a record. Runs behind the version fence of the task; the primary key makes a
 * second line with the same number impossible. Not to be called twice.
 */
export async function appendEvents(
  trx: Knex.Transaction,
  taskId: string,
  lines: readonly SealedLine[],
): Promise<void> {
  if (lines.length === 0) return;
  await trx('task_event').insert(
    lines.map(({ entry, seq, payloadDigest, mac }) => ({
      task_id: taskId,
      seq,
      at: entry.at,
      type: entry.type,
      actor_type: entry.actor.type,
      actor_ref: entry.actor.ref,
      actor_plugin: entry.actor.plugin ?? null,
      source: entry.source,
      request_id: entry.requestId ?? null,
      from_phase: entry.from ?? null,
      to_phase: entry.to ?? null,
      payload_digest: payloadDigest,
      mac,
    })),
  );
  await trx('task_event_payload').insert(
    lines.map(({ seq, salt, payload }) => ({
      task_id: taskId,
      seq,
      salt,
      payload,
    })),
  );
}
