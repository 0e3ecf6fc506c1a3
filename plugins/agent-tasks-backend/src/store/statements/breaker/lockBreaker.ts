import { Knex } from 'knex';
import { BreakerState } from '../../../domain/breaker/breakerState';
import { BreakerTableRow, breakerOf, breakerRowOf } from '../../breakerRows';
import { isSqlite } from '../../databaseClock';

/**
 * Takes the row of one breaker until the transaction ends, and makes it where there is none. Who
 * comes second waits, and sees what the first has written. A crash gives the row back.
 */
export async function lockBreaker(
  trx: Knex.Transaction,
  unknown: BreakerState,
): Promise<BreakerState> {
  const { kind, ref } = unknown.scope;
  await trx('breaker')
    .insert(breakerRowOf(unknown))
    .onConflict(['scope_kind', 'scope_ref'])
    .ignore();
  const query = trx('breaker').where({ scope_kind: kind, scope_ref: ref });
  if (!isSqlite(trx)) query.forUpdate();
  const row: BreakerTableRow = await query.first();
  return breakerOf(row);
}
