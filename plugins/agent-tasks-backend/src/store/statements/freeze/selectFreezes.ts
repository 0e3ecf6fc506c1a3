import { Knex } from 'knex';
import { FreezeTableRow, freezeRowOf } from '../../freezeRows';
import { FreezeRow } from '../../TaskStore';

/** Freezes that were not thawed, also those whose time has come. Locks nothing. */
export async function selectFreezes(knex: Knex): Promise<FreezeRow[]> {
  const rows: FreezeTableRow[] = await knex('freeze')
    .whereNull('thawed_at')
    .orderBy(['since', 'id']);
  return rows.map(freezeRowOf);
}
