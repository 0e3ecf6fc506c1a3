import { Knex } from 'knex';
import { numberOf } from '../../databaseClock';
import { RecordAnchor } from '../../TaskArchive';

/** Anchors that were kept, the newest first. Locks nothing. */
export async function selectAnchors(
  knex: Knex,
  limit: number,
): Promise<RecordAnchor[]> {
  const rows = await knex('record_anchor')
    .orderBy('until', 'desc')
    .limit(limit);
  return rows.map(row => ({
    since: numberOf(row.since),
    until: numberOf(row.until),
    records: Number(row.records),
    root: row.root,
  }));
}
