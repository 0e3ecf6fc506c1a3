import { Knex } from 'knex';
import { IdempotencyClaim } from '../../TaskStore';

/** What stands under a key. Locks nothing; only `claimIdempotencyKey` decides a race. */
export async function findIdempotencyKey(
  knex: Knex,
  { principal, route, key }: IdempotencyClaim,
): Promise<{ taskId: string; bodyDigest: string } | undefined> {
  const row = await knex('idempotency')
    .where({ principal, route, key })
    .first();
  return row && { taskId: row.task_id, bodyDigest: row.body_digest };
}
