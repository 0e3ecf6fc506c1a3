import { Knex } from 'knex';
import { Json } from '../../../domain/record/canonicalJson';

/** Keeps an answer of the provider as it came, under the version it led to. Once per version. */
export async function insertRaw(
  trx: Knex.Transaction,
  taskId: string,
  version: number,
  at: number,
  raw: Json,
): Promise<void> {
  await trx('raw_report').insert({
    task_id: taskId,
    version,
    at,
    raw: JSON.stringify(raw),
  });
}
