import { Knex } from 'knex';
import { isSqlite } from '../../databaseClock';

/**
 * Makes submits that ask the same wait for each other until the transaction ends, so that each
 * sees whether the one before was stored. Keys that share a hash only wait in vain. SQLite has one
 * writer. A crash gives the lock back.
 */
export async function lockDuplicateKey(
  trx: Knex.Transaction,
  duplicateKey: string,
): Promise<void> {
  if (isSqlite(trx)) return;
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(?, 0))', [
    duplicateKey,
  ]);
}
