import { Knex } from 'knex';
import { numberOf, numberOrNull } from '../../databaseClock';
import { FreezeRow } from '../../TaskStore';

/** Freezes that were not thawed, also those whose time has come. Locks nothing. */
export async function selectFreezes(knex: Knex): Promise<FreezeRow[]> {
  const rows = await knex('freeze').whereNull('thawed_at').orderBy('since');
  return rows.map(row => ({
    id: row.id,
    scopeKind: row.scope_kind,
    scopeRef: row.scope_ref,
    reason: row.reason,
    by: row.by,
    since: numberOf(row.since),
    until: numberOrNull(row.until),
    refuse: Boolean(row.refuse),
    thawedAt: numberOrNull(row.thawed_at),
    thawedBy: row.thawed_by,
  }));
}
