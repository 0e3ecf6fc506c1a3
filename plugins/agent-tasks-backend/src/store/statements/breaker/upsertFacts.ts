import { Knex } from 'knex';
import { BreakerFact } from '../../../domain/breaker/breakerFact';
import { breakerFactRowOf } from '../../breakerRows';

/**
 * Keeps what a step of a task taught, the latest of each kind. Runs behind the version fence of the
 * task, in its transaction: a verdict that counts is learnt from, and one that was dropped is not.
 * Safe to call twice.
 */
export async function upsertFacts(
  trx: Knex.Transaction,
  facts: readonly BreakerFact[],
): Promise<void> {
  if (facts.length === 0) return;
  await trx('breaker_fact')
    .insert(facts.map(breakerFactRowOf))
    .onConflict(['task_id', 'scope_kind', 'kind', 'scope_ref'])
    .merge(['is_bad', 'at']);
}
