import { Knex } from 'knex';
import { databaseClock, isSqlite } from '../../databaseClock';

/**
 * Takes the one row that stands for the right to decide what may start, after whoever decides just
 * now has committed. Nobody decides until the transaction ends. On SQLite the update makes this
 * transaction the only writer. A crash gives the row back.
 */
export async function waitForAdmission(trx: Knex.Transaction): Promise<void> {
  if (isSqlite(trx)) {
    await trx('admission')
      .where({ singleton: 1 })
      .update({ decided_at: databaseClock(trx) });
    return;
  }
  await trx('admission').where({ singleton: 1 }).forUpdate().first('singleton');
}
