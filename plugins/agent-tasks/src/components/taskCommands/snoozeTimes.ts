const HOUR_MS = 3_600_000;
const MORNING = 9;
const MONDAY = 1;

/** Until when a task may be put aside, by the person's own clock and time zone. */
export type SnoozeChoice = (typeof SNOOZE_CHOICES)[number];

/** The same wherever a task is put aside. */
export const SNOOZE_CHOICES = ['hour', 'hours', 'tomorrow', 'week'] as const;

/** How long those last that end at no time of the day. */
const HOURS = { hour: 1, hours: 4 } as const;

/** ISO 8601. */
export function snoozedUntil(choice: SnoozeChoice, now: Date): string {
  if (choice === 'hour' || choice === 'hours') {
    return new Date(now.getTime() + HOURS[choice] * HOUR_MS).toISOString();
  }
  const days = choice === 'tomorrow' ? 1 : daysToMonday(now.getDay());
  // By date, not by adding hours: a day may have 23 or 25 of them.
  return new Date(
    now.getFullYear(),
    now.getMonth(),
    now.getDate() + days,
    MORNING,
  ).toISOString();
}

function daysToMonday(today: number): number {
  return (MONDAY - today + 7) % 7 || 7;
}
