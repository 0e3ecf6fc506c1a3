const HOUR_MS = 3_600_000;

/** ISO 8601; a negative number is in the future. */
export function hoursAgo(hours: number): string {
  return new Date(Date.now() - hours * HOUR_MS).toISOString();
}
