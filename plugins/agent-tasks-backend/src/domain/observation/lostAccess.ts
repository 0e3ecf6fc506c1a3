/** Reads by id that answered 403, 404 or 410 in a row. */
export interface GoneStreak {
  count: number;
  /** Milliseconds of the first of them. */
  since: number;
}

const GONE_COUNT = 3;
const GONE_SPAN_MS = 10 * 60_000;

export function nextGoneStreak(
  streak: GoneStreak | null,
  now: number,
): GoneStreak {
  return { count: (streak?.count ?? 0) + 1, since: streak?.since ?? now };
}

/**
 * Whether a task counts as out of reach. One 404 proves nothing at a provider that answers 404
 * while a repository is being moved or a permission is being changed; three over ten minutes do.
 */
export function isAccessLost(streak: GoneStreak | null, now: number): boolean {
  return (
    streak !== null &&
    streak.count >= GONE_COUNT &&
    now - streak.since >= GONE_SPAN_MS
  );
}
