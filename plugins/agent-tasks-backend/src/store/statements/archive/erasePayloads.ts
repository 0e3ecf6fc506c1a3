import { Knex } from 'knex';

/**
 * Erases the payloads of lines from before a time. The lines and their seals stay, so that the
 * chain is as whole as before. Safe to call twice.
 */
export async function erasePayloads(
  knex: Knex,
  taskIds: readonly string[],
  before: number,
): Promise<void> {
  await knex('task_event_payload')
    .whereIn('task_id', [...taskIds])
    .whereExists(line =>
      line
        .from('task_event')
        .whereRaw('task_event.task_id = task_event_payload.task_id')
        .whereRaw('task_event.seq = task_event_payload.seq')
        .where('task_event.at', '<', before),
    )
    .delete();
}
