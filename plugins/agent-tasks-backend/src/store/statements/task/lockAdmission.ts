import { Knex } from 'knex';
import { databaseClock, isSqlite } from '../../databaseClock';

/**
 * Takes the one row that stands for the right to decide what may start, until the transaction
 * ends. False: another replica decides just now. On SQLite the update makes this transaction the
 * only writer. A crash gives the row back.
 */
export async function lockAdmission(trx: Knex.Transaction): Promise<boolean> {
  if (!isSqlite(trx)) {
    const row = await trx('admission')
      .where({ singleton: 1 })
      .forUpdate()
      .skipLocked()
      .first('singleton');
    if (!row) return false;
  }
  await trx('admission')
    .where({ singleton: 1 })
    .update({ decided_at: databaseClock(trx) });
  return true;
}
