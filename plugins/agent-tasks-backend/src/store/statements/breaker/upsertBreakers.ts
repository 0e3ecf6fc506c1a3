import { Knex } from 'knex';
import { BreakerState } from '../../../domain/breaker/breakerState';
import { breakerRowOf } from '../../breakerRows';

/**
 * Writes breakers as they were decided. Whoever calls it holds the admission row, or the row of the
 * one breaker: nobody else decides about the same one meanwhile. Safe to call twice.
 */
export async function upsertBreakers(
  trx: Knex.Transaction,
  breakers: readonly BreakerState[],
): Promise<void> {
  if (breakers.length === 0) return;
  await trx('breaker')
    .insert(breakers.map(breakerRowOf))
    .onConflict(['scope_kind', 'scope_ref'])
    .merge();
}
