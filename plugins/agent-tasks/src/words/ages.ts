const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', DAY_MS],
  ['hour', HOUR_MS],
  ['minute', MINUTE_MS],
];

/**
 * A time as seen from now: "3 hr. ago", "in 12 min.", "now".
 *
 * @param ms - from now, negative for the past
 */
export function relativeTime(ms: number, locale?: string): string {
  const format = new Intl.RelativeTimeFormat(locale, {
    numeric: 'auto',
    style: 'short',
  });
  const [unit, length] = units.find(([, size]) => Math.abs(ms) >= size) ?? [
    'second' as const,
    Infinity,
  ];
  return format.format(length === Infinity ? 0 : Math.trunc(ms / length), unit);
}

/** A length of time in its largest unit: "3 h", "12 min", "2 d". Less than a minute is "< 1 min". */
export function shortDuration(ms: number, locale?: string): string {
  const [unit, length] = units.find(([, size]) => ms >= size) ?? [
    'minute' as const,
    0,
  ];
  const inUnit = (count: number) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
    }).format(count);
  return length === 0 ? `< ${inUnit(1)}` : inUnit(Math.floor(ms / length));
}

/** A time to the minute, as the reader writes times: "Nov 20, 2026, 9:00 AM". @param iso - ISO 8601 */
export function exactTime(iso: string, locale?: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return format.format(new Date(iso));
}
