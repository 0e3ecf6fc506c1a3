const DAY_MS = 86_400_000;

/** The day of a time, here, as a date field has it; empty where it is no time. */
export function dayOf(iso: string | undefined): string {
  if (!iso) return '';
  const at = new Date(iso);
  if (Number.isNaN(at.getTime())) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** When the day begins, here. @returns undefined where it is no day */
export function startOfDay(day: string): string | undefined {
  const at = new Date(`${day}T00:00:00`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The last moment of the day, here. @returns undefined where it is no day */
export function endOfDay(day: string): string | undefined {
  const at = new Date(`${day}T23:59:59.999`);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The beginning of the day that was so many days ago. */
export function daysAgo(days: number, now: number): string | undefined {
  return startOfDay(dayOf(new Date(now - days * DAY_MS).toISOString()));
}
