import { Knex } from 'knex';
import { databaseClock } from '../../databaseClock';
import { FreezeOrder } from '../../TaskStore';

/**
 * Writes an order to start nothing new. Whoever calls it holds the admission row: no decision is
 * between its reading of the freezes and its commit, so none that did not see this one commits
 * after it. Calling it twice fails on the primary key; a crash before the commit leaves nothing.
 */
export async function insertFreeze(
  trx: Knex.Transaction,
  id: string,
  order: FreezeOrder,
): Promise<void> {
  await trx('freeze').insert({
    id,
    scope_kind: order.scopeKind,
    scope_ref: order.scopeRef,
    reason: order.reason,
    by: order.by,
    since: databaseClock(trx),
    until: order.until,
    refuse: order.refuse,
    thawed_at: null,
    thawed_by: null,
  });
}
