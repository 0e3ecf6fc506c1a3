import { Knex } from 'knex';
import { IdempotencyClaim } from '../../TaskStore';

/**
 * Writes the key of a request down for a task. The primary key lets one of several simultaneous
 * requests through; PostgreSQL makes the others wait for its commit. Returns what stands when the
 * key was there already.
 */
export async function claimIdempotencyKey(
  trx: Knex.Transaction,
  claim: IdempotencyClaim,
  taskId: string,
  now: number,
): Promise<{ taskId: string; bodyDigest: string } | undefined> {
  const { principal, route, key, bodyDigest } = claim;
  const inserted = await trx('idempotency')
    .insert({
      principal,
      route,
      key,
      body_digest: bodyDigest,
      task_id: taskId,
      created_at: now,
    })
    .onConflict(['principal', 'route', 'key'])
    .ignore()
    .returning('task_id');
  if (inserted.length === 1) return undefined;
  const row = await trx('idempotency').where({ principal, route, key }).first();
  return { taskId: row.task_id, bodyDigest: row.body_digest };
}
