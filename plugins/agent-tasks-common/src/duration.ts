const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** By designator, date part and time part apart, because M is a month in one, a minute in the other. */
const dateUnits = { Y: 365 * DAY, M: 30 * DAY, W: 7 * DAY, D: DAY };
const timeUnits = { H: HOUR, M: MINUTE, S: SECOND };

const pattern =
  /^P(?=\d|T)(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/**
 * The length of an ISO 8601 duration such as `PT4H` or `P14D` in milliseconds, or undefined when it
 * is not one. Whole numbers only. Time limits need no calendar: a month is 30 days, a year 365.
 *
 * @public
 */
export function millisecondsOf(duration: string): number | undefined {
  const match = pattern.exec(duration);
  if (!match) return undefined;
  const units = [...Object.values(dateUnits), ...Object.values(timeUnits)];
  const milliseconds = units
    .map((unit, index) => unit * Number(match[index + 1] ?? 0))
    .reduce((sum, part) => sum + part, 0);
  return Number.isSafeInteger(milliseconds) ? milliseconds : undefined;
}
