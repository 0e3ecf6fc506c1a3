import fc from 'fast-check';
import {
  artifactIntervalMs,
  artifactPaceMs,
  nextArtifactLookAt,
  backoffMs,
  mayGiveUp,
  nextLookAt,
  START_BACKOFF,
} from './retrySchedule';

fc.configureGlobal({ seed: 20261120 });

const second = 1_000;

describe('backoffMs', () => {
  it('doubles up to the longest wait', () => {
    const waits = [1, 2, 3, 4, 99].map(n =>
      backoffMs(START_BACKOFF, n, 0.999999),
    );
    expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 600_000]);
  });

  it('stays between half and the whole, whatever is drawn', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (failures, random) => {
          const whole = backoffMs(START_BACKOFF, failures, 1);
          const wait = backoffMs(START_BACKOFF, failures, random);
          expect(wait).toBeGreaterThanOrEqual(Math.floor(whole / 2));
          expect(wait).toBeLessThanOrEqual(whole);
        },
      ),
    );
  });
});

describe('nextLookAt', () => {
  it.each([
    [0, 15],
    [15, 30],
    [29, 30],
    [30, 60],
    [60, 180],
    [200, 300],
    [23 * 3600, 24 * 3600],
  ])('%p s after the intent the next look is at %p s', (after, next) => {
    expect(nextLookAt(1_000, 1_000 + after * second)).toBe(
      1_000 + next * second,
    );
  });

  it('ends after a day', () => {
    expect(nextLookAt(0, 24 * 3600 * second)).toBeNull();
  });
});

describe('mayGiveUp', () => {
  it.each([
    ['three looks after the window', 3, 180, true],
    ['three looks within the window', 3, 179, false],
    ['two looks after an hour', 2, 3600, false],
  ])('%s', (_name, looks, after, expected) => {
    expect(mayGiveUp(0, looks, after * second)).toBe(expected);
  });
});

describe('artifactIntervalMs', () => {
  it('grows with the quiet', () => {
    const hour = 3_600_000;
    expect([0, hour, 24 * hour].map(artifactIntervalMs)).toEqual([
      120_000, 300_000, 1_800_000,
    ]);
  });
});

describe('artifactPaceMs', () => {
  it.each([0, 1, 10, 1_000, 10_000, 100_000])(
    'keeps %i quiet tasks of an identity within 300 requests an hour',
    followed => {
      const rounds = 3_600_000 / artifactPaceMs(followed);
      const requests = Math.ceil(followed / 100) * rounds;
      expect(requests).toBeLessThanOrEqual(300);
    },
  );
});

describe('nextArtifactLookAt', () => {
  const noon = Date.UTC(2026, 10, 20, 12);

  it('lets many tasks of one identity wait longer, and come due together', () => {
    const nextOf = (at: number) => nextArtifactLookAt(at, at, 10_000);
    expect(nextOf(noon)).toBe(noon + 20 * 60_000);
    expect(nextOf(noon + 1)).toBe(noon + 20 * 60_000);
  });

  it('lets tasks that were read apart come due together', () => {
    const readAt = [0, 1, 7_003, 119_999].map(after => noon + after);
    const looks = readAt.map(now => nextArtifactLookAt(now, now, 1));
    expect(new Set(looks)).toEqual(new Set([noon + 120_000]));
  });

  it('is always ahead, by no more than the interval', () => {
    expect(nextArtifactLookAt(noon, noon, 1)).toBe(noon + 120_000);
    const twoHoursAgo = noon - 7_200_000;
    expect(nextArtifactLookAt(twoHoursAgo, noon + 1, 1)).toBe(noon + 300_000);
  });
});
