import { Knex } from 'knex';
import { TaskRow } from '../../tables';

/**
 * The newest task with the same key that is still open, or was made since a time. Locks nothing.
 */
export async function findDuplicate(
  knex: Knex,
  duplicateKey: string,
  since: number | null,
): Promise<string | undefined> {
  const row = await knex<TaskRow>('task')
    .where('duplicate_key', duplicateKey)
    .where(either => {
      either.where('is_open', true);
      if (since !== null) either.orWhere('created_at', '>=', since);
    })
    .orderBy('created_at', 'desc')
    .first('id');
  return row?.id;
}
