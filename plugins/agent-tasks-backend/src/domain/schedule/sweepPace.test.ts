import { sweepPaceMs } from './sweepPace';

const MINUTE = 60_000;
const paces = {
  sweepYoungMs: 10_000,
  sweepQuietMs: 45_000,
  sweepArchivedMs: 600_000,
};

describe('the pace of sweeps', () => {
  it.each([
    ['live', 0, 1, 10_000],
    ['live', 5 * MINUTE - 1, 1, 10_000],
    ['live', 5 * MINUTE, 1, 45_000],
    ['live', null, 1, 45_000],
    ['archived', 0, 1, 600_000],
    ['live', 0, 50, 10_000],
    ['live', 0, 300, 60_000],
    ['live', null, 300, 60_000],
    ['live', null, 1_200, 240_000],
    ['archived', null, 1_200, 600_000],
  ] as const)(
    'of lane %p, the youngest %p ms old, with %p identities is %p ms',
    (lane, youngestMs, identities, expected) => {
      const of = { lane, youngestMs, identities };
      expect(sweepPaceMs(paces, of)).toBe(expected);
    },
  );
});
