import { Knex } from 'knex';
import { BreakerScope } from '../../../domain/breaker/breakerFact';
import { BreakerState } from '../../../domain/breaker/breakerState';
import { BreakerTableRow, breakerOf } from '../../breakerRows';

/** The breakers that ever opened, or those of one scope. Locks nothing. */
export async function selectBreakers(
  knex: Knex,
  scope?: BreakerScope,
): Promise<BreakerState[]> {
  const query = knex('breaker').orderBy(['scope_kind', 'scope_ref']);
  const rows: BreakerTableRow[] = await (scope
    ? query.where({ scope_kind: scope.kind, scope_ref: scope.ref })
    : query);
  return rows.map(breakerOf);
}
