import { exactTime, relativeTime, shortDuration } from './ages';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('a time as seen from now', () => {
  it.each([
    [0, 'now'],
    [-59_000, 'now'],
    [-MINUTE, '1 min. ago'],
    [-59 * MINUTE, '59 min. ago'],
    [-3 * HOUR - 59 * MINUTE, '3 hr. ago'],
    [-DAY, 'yesterday'],
    [-40 * DAY, '40 days ago'],
    [12 * MINUTE, 'in 12 min.'],
  ])('%d ms away is "%s"', (ms, words) => {
    expect(relativeTime(ms, 'en')).toBe(words);
  });
});

describe('a length of time', () => {
  it.each([
    [0, '< 1 min'],
    [59_000, '< 1 min'],
    [MINUTE, '1 min'],
    [90 * MINUTE, '1 hr'],
    [3 * DAY, '3 days'],
  ])('of %d ms is "%s"', (ms, words) => {
    expect(shortDuration(ms, 'en')).toBe(words);
  });
});

describe('an exact time', () => {
  it('is told to the minute, as the reader writes it', () => {
    const here = new Date(2026, 10, 20, 9, 5).toISOString();
    expect(exactTime(here, 'en')).toMatch(/^Nov 20, 2026, 9:05\sAM$/);
    expect(exactTime(here, 'de')).toBe('20.11.2026, 09:05');
  });
});
