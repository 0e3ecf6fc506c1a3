import { Knex } from 'knex';
import {
  BREAKER_FACTS,
  BreakerFact,
  BreakerScope,
} from '../../../domain/breaker/breakerFact';
import { FACTS_OF_A_KIND } from '../../../domain/breaker/nextBreaker';
import { BreakerFactRow, breakerFactOf } from '../../breakerRows';

/** SQLite joins at most 500 selects to one. */
const MOST_SCOPES = 50;

/**
 * The latest facts of each kind about these scopes, newest first. Each kind of each scope is the
 * end of an index, so it costs the same however much was ever learnt. Locks nothing: who calls it
 * holds the admission row, and a fact that comes a moment later counts in the next decision.
 */
export async function selectFacts(
  knex: Knex,
  scopes: readonly BreakerScope[],
): Promise<BreakerFact[]> {
  const facts: BreakerFact[] = [];
  for (let first = 0; first < scopes.length; first += MOST_SCOPES) {
    const latest = scopes
      .slice(first, first + MOST_SCOPES)
      .flatMap(scope => BREAKER_FACTS.map(kind => latestOf(knex, scope, kind)));
    const rows: BreakerFactRow[] = await knex
      .select('*')
      .from(knex.unionAll(latest).as('latest'));
    facts.push(...rows.map(breakerFactOf));
  }
  return facts.sort((a, b) => b.at - a.at);
}

function latestOf(
  knex: Knex,
  { kind: scope_kind, ref: scope_ref }: BreakerScope,
  kind: BreakerFact['kind'],
): Knex.QueryBuilder {
  const latest = knex('breaker_fact')
    .where({ scope_kind, scope_ref, kind })
    .orderBy('at', 'desc')
    .limit(FACTS_OF_A_KIND);
  // SQLite takes an order in a part of a union only within brackets of its own.
  return knex.select('*').from(latest.as('facts'));
}
