export const WEEKDAYS = [
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** When tasks may start: on these days, from one time of day to another, in a time zone. */
export interface TimeWindow {
  days: Weekday[];
  /** `HH:MM`. */
  from: string;
  /** `HH:MM`, exclusive; `24:00` is the end of the day. Earlier than `from`: past midnight. */
  to: string;
  /** IANA name. */
  timezone: string;
}

export type WindowState =
  | { isOpen: true }
  /** null: none of the windows ever opens. */
  | { isOpen: false; opensAt: number | null };

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
const WEEK_MINUTES = 7 * DAY_MINUTES;

/** Whether any window is open, else when the next one opens. No windows: always open. */
export function windowAt(
  windows: readonly TimeWindow[],
  now: number,
): WindowState {
  if (windows.length === 0 || windows.some(window => isOpenAt(window, now))) {
    return { isOpen: true };
  }
  const openings = windows
    .map(window => nextOpening(window, now))
    .filter((at): at is number => at !== null);
  return {
    isOpen: false,
    opensAt: openings.length > 0 ? Math.min(...openings) : null,
  };
}

function isOpenAt(window: TimeWindow, at: number): boolean {
  const minute = minuteOfWeek(at, window.timezone);
  return spansOf(window).some(
    ({ start, length }) =>
      (minute - start + WEEK_MINUTES) % WEEK_MINUTES < length,
  );
}

/**
 * Steps to each opening by the local clock, then corrects by what the local clock says there: a
 * change to or from summer time in between moves it by an hour.
 */
function nextOpening(window: TimeWindow, now: number): number | null {
  const minute = minuteOfWeek(now, window.timezone);
  const startOfMinute = now - (now % MINUTE_MS);
  const openings = spansOf(window).map(({ start }) => {
    const ahead =
      (start - minute + WEEK_MINUTES) % WEEK_MINUTES || WEEK_MINUTES;
    const guess = startOfMinute + ahead * MINUTE_MS;
    const drift = minuteOfWeek(guess, window.timezone) - start;
    const corrected = guess - signedMinutes(drift) * MINUTE_MS;
    const exact = [guess, corrected].find(
      at => at > now && minuteOfWeek(at, window.timezone) === start,
    );
    return exact ?? firstOpenAround(window, guess, now);
  });
  return openings.length > 0 ? Math.min(...openings) : null;
}

/** No change of clocks moves them by more. */
const LARGEST_CHANGE = 2 * 60;

/** The clock on the wall never shows that minute: it opens with the first one behind the gap. */
function firstOpenAround(
  window: TimeWindow,
  guess: number,
  now: number,
): number {
  for (let step = -LARGEST_CHANGE; step <= LARGEST_CHANGE; step++) {
    const at = guess + step * MINUTE_MS;
    if (at > now && isOpenAt(window, at)) return at;
  }
  return guess;
}

function spansOf({ days, from, to }: TimeWindow) {
  const start = minuteOfDay(from);
  const length = (minuteOfDay(to) - start + DAY_MINUTES) % DAY_MINUTES;
  return days.map(day => ({
    start: WEEKDAYS.indexOf(day) * DAY_MINUTES + start,
    // The same time twice is a whole day, as 00:00 to 24:00 is.
    length: length === 0 ? DAY_MINUTES : length,
  }));
}

/** Into the half week around zero. */
function signedMinutes(minutes: number): number {
  const half = WEEK_MINUTES / 2;
  return ((minutes + half + WEEK_MINUTES) % WEEK_MINUTES) - half;
}

function minuteOfDay(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours * 60 + minutes;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes since Monday 00:00 by the zone's local clock. */
function minuteOfWeek(at: number, timezone: string): number {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: timezone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  formats.set(timezone, format);
  const part = new Map(
    format.formatToParts(at).map(({ type, value }) => [type, value]),
  );
  const day = WEEKDAYS.indexOf(
    (part.get('weekday') ?? '').toLowerCase() as Weekday,
  );
  return (
    day * DAY_MINUTES +
    Number(part.get('hour')) * 60 +
    Number(part.get('minute'))
  );
}
