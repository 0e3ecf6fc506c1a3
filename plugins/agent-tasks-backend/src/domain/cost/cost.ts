import { CostKind } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { isEndWord } from '../observation/orderKey';
import { RecordedSession } from '../observation/providerRecord';

/** One row of the ledger, unique by session and kind: a second charge cannot be stored. */
export interface CostEntry {
  /** The provider's session id, or `start:<epoch>` for what a start reserved. */
  session: string;
  kind: CostKind;
  amount: number;
}

/** `raise` lifts the amount of a row that stands: usage told late is never a second charge. */
export type CostChange = CostEntry & { step: 'insert' | 'raise' };

export function reservationKey(epoch: number): string {
  return `start:${epoch}`;
}

/**
 * What a budget counts for these rows: reserved and not yet given back, charged, written off.
 * Reservations are set off against releases first, so that no rounding is left of them.
 */
export function spentOf(entries: readonly CostEntry[]): number {
  const sum = (kind: CostKind) =>
    entries.reduce(
      (total, entry) => (entry.kind === kind ? total + entry.amount : total),
      0,
    );
  return sum('reserve') - sum('release') + sum('charge') + sum('write_off');
}

export function reserve(
  entries: readonly CostEntry[],
  epoch: number,
  amount: number,
): CostChange[] {
  return inserted(entries, [
    { session: reservationKey(epoch), kind: 'reserve', amount },
  ]);
}

/** Gives back every reservation that still stands. */
export function releaseAll(entries: readonly CostEntry[]): CostChange[] {
  return inserted(
    entries,
    entries
      .filter(entry => entry.kind === 'reserve')
      .map(({ session, amount }) => ({ session, kind: 'release', amount })),
  );
}

/** Nobody knows what was used: what was reserved counts as spent, and is no longer in flight. */
export function writeOff(entries: readonly CostEntry[]): CostChange[] {
  const released = releaseAll(entries);
  return [
    ...released,
    ...inserted(
      entries,
      released.map(({ session, amount }) => ({
        session,
        kind: 'write_off',
        amount,
      })),
    ),
  ];
}

/**
 * What the sessions of a merged record change in the ledger. A session is charged once, at its
 * end; a reset or a resumed task adds nothing for a session that was charged, except the rise of
 * its own usage. The reservation goes back with the first charge, or at once when the system
 * killed the session: a killed run may never tell its usage.
 */
export function settleSessions(
  entries: readonly CostEntry[],
  sessions: readonly RecordedSession[],
  isKilledBySystem: boolean,
): CostChange[] {
  const ended = sessions.filter(session => isEndWord(session.state));
  const charges = ended.flatMap(session =>
    session.usage ? charge(entries, session.id, session.usage.amount) : [],
  );
  const isSettled =
    charges.length > 0 || (isKilledBySystem && ended.length > 0);
  return isSettled ? [...charges, ...releaseAll(entries)] : charges;
}

function charge(
  entries: readonly CostEntry[],
  session: string,
  amount: number,
): CostChange[] {
  const known = entries.find(
    entry => entry.session === session && entry.kind === 'charge',
  );
  if (!known) return [{ step: 'insert', session, kind: 'charge', amount }];
  return amount > known.amount
    ? [{ step: 'raise', session, kind: 'charge', amount }]
    : [];
}

function inserted(
  entries: readonly CostEntry[],
  wanted: CostEntry[],
): CostChange[] {
  return wanted
    .filter(
      ({ session, kind }) =>
        !entries.some(
          entry => entry.session === session && entry.kind === kind,
        ),
    )
    .map(entry => ({ step: 'insert', ...entry }));
}

/** The ledger after the changes; the store does the same with rows. */
export function applyCostChanges(
  entries: readonly CostEntry[],
  changes: readonly CostChange[],
): CostEntry[] {
  return changes.reduce<CostEntry[]>(
    (rows, { step, ...entry }) => {
      if (step === 'insert') return [...rows, entry];
      return rows.map(row =>
        row.session === entry.session && row.kind === entry.kind ? entry : row,
      );
    },
    [...entries],
  );
}
