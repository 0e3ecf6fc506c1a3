import fc from 'fast-check';
import { millisecondsOf } from './duration';

describe('millisecondsOf', () => {
  it.each([
    ['PT0S', 0],
    ['PT30S', 30_000],
    ['PT1M', 60_000],
    ['PT4H', 4 * 3_600_000],
    ['PT1H30M', 90 * 60_000],
    ['P1D', 86_400_000],
    ['P1DT12H', 36 * 3_600_000],
    ['P2W', 14 * 86_400_000],
    ['P1M', 30 * 86_400_000],
    ['P3Y', 3 * 365 * 86_400_000],
  ])('%s is %i ms', (duration, milliseconds) => {
    expect(millisecondsOf(duration)).toBe(milliseconds);
  });

  it.each([
    '',
    'P',
    'PT',
    'P1DT',
    '1D',
    'P1H',
    'PT1D',
    'P-1D',
    'P1.5D',
    'P1D1W',
    'p1d',
    ' P1D',
    'P1D\n',
    'P99999999999999Y',
  ])('%p is no duration', text => {
    expect(millisecondsOf(text)).toBeUndefined();
  });

  it('adds up what is written', () => {
    const part = fc.integer({ min: 0, max: 500 });
    fc.assert(
      fc.property(part, part, part, part, (days, hours, minutes, seconds) => {
        expect(
          millisecondsOf(`P${days}DT${hours}H${minutes}M${seconds}S`),
        ).toBe((((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000);
      }),
    );
  });
});
