import { Knex } from 'knex';
import { FreezeTableRow, freezeRowOf } from '../../freezeRows';
import { FreezeRow } from '../../TaskStore';

/** One freeze, also one that is over. Locks nothing. */
export async function selectFreeze(
  knex: Knex,
  id: string,
): Promise<FreezeRow | undefined> {
  const row: FreezeTableRow | undefined = await knex('freeze')
    .where({ id })
    .first();
  return row && freezeRowOf(row);
}
