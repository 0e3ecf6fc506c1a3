import { elapsedMs } from './elapsedMs';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Where both clocks stood; they count from different beginnings. */
const since = { monotonic: 5_000, wall: Date.UTC(2026, 10, 20, 12) };

describe('the time that has gone by on one machine', () => {
  it.each([
    // [what happened, by the monotonic clock, by the wall clock, elapsed]
    ['nothing yet', 0, 0, 0],
    ['both clocks went on', 30 * SECOND, 30 * SECOND, 30 * SECOND],
    ['the machine was suspended for an hour', SECOND, HOUR, HOUR],
    ['the wall clock was set back by an hour', MINUTE, -HOUR, MINUTE],
    ['the wall clock was set back a little', MINUTE, 59 * SECOND, MINUTE],
    ['the wall clock was set forward by an hour', SECOND, HOUR, HOUR],
    ['suspended, and set back by less', SECOND, HOUR - MINUTE, HOUR - MINUTE],
    ['set back before anything else', 0, -HOUR, 0],
  ])('%s', (_what, monotonic, wall, expected) => {
    const now = {
      monotonic: since.monotonic + monotonic,
      wall: since.wall + wall,
    };
    expect(elapsedMs(since, now)).toBe(expected);
  });
});
