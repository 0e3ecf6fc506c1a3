import { Knex } from 'knex';
import { BreakerScope } from '../domain/breaker/breakerFact';
import { BreakerState, closedBreaker } from '../domain/breaker/breakerState';
import { afterRead, mayRead } from '../domain/breaker/readBreaker';
import { databaseClock, numberOf } from './databaseClock';
import { lockBreaker } from './statements/breaker/lockBreaker';
import { selectBreakers } from './statements/breaker/selectBreakers';
import { upsertBreakers } from './statements/breaker/upsertBreakers';

/**
 * Until when reads under an identity have to wait; null: one may go out. While the breaker is
 * closed nothing is locked; once its time has come, one caller gets the leave to try.
 */
export async function claimRead(
  knex: Knex,
  identityId: string,
): Promise<number | null> {
  const scope = scopeOf(identityId);
  const [known = closedBreaker(scope)] = await selectBreakers(knex, scope);
  const first = mayRead(known, await clockOf(knex));
  if (first.kind === 'yes') return null;
  if (first.kind === 'no') return first.until;
  return knex.transaction(async trx => {
    const breaker = await lockBreaker(trx, known);
    const may = mayRead(breaker, await clockOf(trx));
    if (may.kind === 'no') return may.until;
    if (may.kind === 'probing') await upsertBreakers(trx, [may.breaker]);
    return null;
  });
}

/** Keeps whether the provider answered a read; the breaker if this changed its state. */
export async function noteRead(
  knex: Knex,
  identityId: string,
  isAnswered: boolean,
): Promise<BreakerState | null> {
  const scope = scopeOf(identityId);
  const [known = closedBreaker(scope)] = await selectBreakers(knex, scope);
  // Nearly every read is answered as the one before was: that writes nothing.
  if (afterRead(known, isAnswered, 0) === known) return null;
  return knex.transaction(async trx => {
    const before = await lockBreaker(trx, known);
    const after = afterRead(before, isAnswered, await clockOf(trx));
    if (after === before) return null;
    await upsertBreakers(trx, [after]);
    return after.state === before.state ? null : after;
  });
}

function scopeOf(identityId: string): BreakerScope {
  return { kind: 'read', ref: identityId };
}

async function clockOf(knex: Knex): Promise<number> {
  const row = await knex.select({ at: databaseClock(knex) }).first();
  return numberOf(row.at);
}
