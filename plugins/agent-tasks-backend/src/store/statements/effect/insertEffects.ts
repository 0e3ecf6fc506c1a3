import { Knex } from 'knex';
import { TaskEffect } from '../../../domain/task/taskEffect';

/**
 * Orders effects, in the transaction of the change they follow from. An effect whose key was
 * ordered before is left out, so that deciding it twice does it once.
 */
export async function insertEffects(
  trx: Knex.Transaction,
  taskId: string,
  now: number,
  newId: () => string,
  effects: readonly TaskEffect[],
): Promise<void> {
  if (effects.length === 0) return;
  await trx('effect')
    .insert(
      effects.map(({ dedupeKey, kind, ...payload }) => ({
        id: newId(),
        dedupe_key: dedupeKey,
        task_id: taskId,
        kind,
        payload: JSON.stringify(payload),
        due_at: now,
        created_at: now,
        performed_at: null,
        attempts: 0,
      })),
    )
    .onConflict('dedupe_key')
    .ignore();
}
