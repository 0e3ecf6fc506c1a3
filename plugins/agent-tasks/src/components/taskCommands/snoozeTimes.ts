const HOUR_MS = 3_600_000;
const MORNING = 9;
const MONDAY = 1;

/** Until when a task may be put aside, by the person's own clock and time zone. */
export type SnoozeChoice = 'hour' | 'tomorrow' | 'week';

export const SNOOZE_CHOICES = ['hour', 'tomorrow', 'week'] as const;

/** ISO 8601. */
export function snoozedUntil(choice: SnoozeChoice, now: Date): string {
  if (choice === 'hour') {
    return new Date(now.getTime() + HOUR_MS).toISOString();
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
