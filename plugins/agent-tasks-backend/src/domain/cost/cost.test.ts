import fc from 'fast-check';
import {
  applyCostChanges,
  CostEntry,
  releaseAll,
  reserve,
  settleSessions,
  spentOf,
  writeOff,
} from './cost';
import { costOf } from './costOf';
import { RecordedSession } from '../observation/providerRecord';

fc.configureGlobal({ seed: 20261120 });

const session = (
  id: string,
  state: string,
  amount?: number,
): RecordedSession => ({
  id,
  state,
  createdAt: 1,
  sentAt: 1,
  ...(amount === undefined ? {} : { usage: { unit: 'ai_credits', amount } }),
});

const reserved = applyCostChanges([], reserve([], 1, 120));

const STEPS = {
  reserve,
  release: releaseAll,
  writeOff,
  settle: (rows: CostEntry[], n: number, amount: number) =>
    settleSessions(rows, [session(`s${n}`, 'completed', amount)], false),
};

const settle = (
  entries: CostEntry[],
  sessions: RecordedSession[],
  isKilled = false,
) => applyCostChanges(entries, settleSessions(entries, sessions, isKilled));

describe('costOf', () => {
  it('adds up what the sessions used, in the unit that was told', () => {
    expect(
      costOf([session('s1', 'completed', 33), session('s2', 'idle', 7)], 120),
    ).toEqual({ unit: 'ai_credits', estimated: 120, actual: 40 });
  });

  it('claims no cost where none was told', () => {
    expect(costOf([session('s1', 'completed')], null)).toEqual({
      unit: 'ai_credits',
      estimated: null,
      actual: null,
    });
  });
});

describe('cost', () => {
  it('counts a reservation until the run is charged', () => {
    expect(spentOf(reserved)).toBe(120);
    expect(spentOf(settle(reserved, [session('s1', 'in_progress', 5)]))).toBe(
      120,
    );
    expect(spentOf(settle(reserved, [session('s1', 'completed', 33)]))).toBe(
      33,
    );
  });

  it('does not charge a session twice when it is reset and completes again', () => {
    const first = settle(reserved, [session('s1', 'completed', 33)]);
    const reset = settle(first, [session('s1', 'in_progress', 33)]);
    const again = settle(reset, [session('s1', 'completed', 33)]);
    expect(again).toEqual(first);
  });

  it('raises a charge when more usage is told later', () => {
    const first = settle(reserved, [session('s1', 'completed', 33)]);
    const later = settle(first, [session('s1', 'completed', 40)]);
    expect(spentOf(later)).toBe(40);
    expect(later.filter(entry => entry.kind === 'charge')).toHaveLength(1);
  });

  it('changes nothing when the same is told again', () => {
    const once = settle(reserved, [session('s1', 'completed', 33)]);
    const told = [session('s1', 'completed', 33)];
    expect(settleSessions(once, told, false)).toEqual([]);
  });

  it('charges a resumed session by its own key', () => {
    const both = settle(reserved, [
      session('s1', 'completed', 33),
      session('s2', 'failed', 7),
    ]);
    expect(spentOf(both)).toBe(40);
  });

  it('gives a killed run’s reservation back at once, without waiting for its usage', () => {
    expect(spentOf(settle(reserved, [session('s1', 'cancelled')]))).toBe(120);
    expect(spentOf(settle(reserved, [session('s1', 'cancelled')], true))).toBe(
      0,
    );
  });

  it('counts a written-off reservation as spent', () => {
    const written = applyCostChanges(reserved, writeOff(reserved));
    expect(spentOf(written)).toBe(120);
    expect(written.map(entry => entry.kind)).toEqual([
      'reserve',
      'release',
      'write_off',
    ]);
  });

  it('keeps session and kind unique and the sum at or above zero, whatever is asked', () => {
    const step = fc.constantFrom(
      ...(Object.keys(STEPS) as (keyof typeof STEPS)[]),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat(3), fc.nat(50))), steps => {
        const rows = steps.reduce<CostEntry[]>(
          (known, [kind, n, amount]) =>
            applyCostChanges(known, STEPS[kind](known, n, amount)),
          [],
        );
        const keys = rows.map(row => `${row.session} ${row.kind}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(spentOf(rows)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
