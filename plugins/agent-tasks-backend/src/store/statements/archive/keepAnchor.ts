import { Knex } from 'knex';
import { databaseClock } from '../../databaseClock';
import { RecordAnchor } from '../../TaskArchive';

/** Keeps the anchor of a day. The primary key lets the first stay; safe to call twice. */
export async function keepAnchor(
  knex: Knex,
  anchor: RecordAnchor,
): Promise<void> {
  await knex('record_anchor')
    .insert({ ...anchor, created_at: databaseClock(knex) })
    .onConflict('until')
    .ignore();
}
