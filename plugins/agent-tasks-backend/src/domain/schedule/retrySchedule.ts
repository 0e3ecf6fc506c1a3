const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Delays of one kind of work that failed, in milliseconds. */
export interface Backoff {
  first: number;
  longest: number;
}

/** A start that the provider did not take: soon again, but never in a rush. */
export const START_BACKOFF: Backoff = {
  first: 5 * SECOND,
  longest: 10 * MINUTE,
};
export const READ_BACKOFF: Backoff = {
  first: 10 * SECOND,
  longest: 15 * MINUTE,
};
export const EFFECT_BACKOFF: Backoff = { first: 5 * SECOND, longest: HOUR };
export const STOP_BACKOFF: Backoff = {
  first: 10 * SECOND,
  longest: 5 * MINUTE,
};

/**
 * The wait before the next attempt: doubles with each failure up to the longest, of which a random
 * half is taken off, so that many that failed together do not come back together. `random` is in
 * [0, 1).
 */
export function backoffMs(
  { first, longest }: Backoff,
  failures: number,
  random: number,
): number {
  // 2^30 seconds is past any limit; more would leave the safe integers.
  const doubled = first * 2 ** Math.min(Math.max(failures - 1, 0), 30);
  const whole = Math.min(doubled, longest);
  return Math.round(whole / 2 + (whole / 2) * random);
}

/** When the resolver looks, after the intent: provider listings lag, but seldom by minutes. */
const LOOKS_MS = [
  15 * SECOND,
  30 * SECOND,
  60 * SECOND,
  180 * SECOND,
  5 * MINUTE,
  10 * MINUTE,
  20 * MINUTE,
  40 * MINUTE,
  HOUR,
  2 * HOUR,
  4 * HOUR,
  8 * HOUR,
  12 * HOUR,
  18 * HOUR,
  24 * HOUR,
];

/** How long a start may stay unseen before a person is asked. */
export const WINDOW_MS = 180 * SECOND;
const LOOKS_BEFORE_GIVING_UP = 3;

/**
 * The next look for an unclear start, or null after a day: then only a hint or a person finds it.
 * Looks that were missed while nobody ran are not made up for one by one.
 */
export function nextLookAt(intentAt: number, now: number): number | null {
  const next = LOOKS_MS.find(after => intentAt + after > now);
  return next === undefined ? null : intentAt + next;
}

/**
 * Whether the machine may hand an unclear start to a person: after the window and after enough
 * looks, because a replica that slept through the window has not looked at all.
 */
export function mayGiveUp(
  intentAt: number,
  looks: number,
  now: number,
): boolean {
  return now - intentAt >= WINDOW_MS && looks >= LOOKS_BEFORE_GIVING_UP;
}

/** How long an unclear start may wait while nobody can look: its token is refused, GitHub is away. */
const UNSEEN_MS = HOUR;

/** Whether an unclear start goes to a person although nobody could look for it, not even once. */
export function mayGiveUpUnseen(intentAt: number, now: number): boolean {
  return now - intentAt >= UNSEEN_MS;
}

/** How often an open pull request is read, by how long it has been quiet: reviews get slower. */
export function artifactIntervalMs(quietForMs: number): number {
  if (quietForMs < HOUR) return 2 * MINUTE;
  if (quietForMs < 24 * HOUR) return 5 * MINUTE;
  return 30 * MINUTE;
}

/** What one request reads. https://docs.github.com/graphql/reference/queries#nodes */
const READ_AT_ONCE = 100;
/** Least time between two such requests of one identity, on average. */
const BETWEEN_READS = 12 * SECOND;
/** Few lengths, so that tasks of different age come due together. */
const PACES_MS = [2, 5, 10, 20, 30, 60, 120, 240].map(count => count * MINUTE);

/**
 * How often the pull requests of an identity may be read when so many of its tasks are followed:
 * requests do not grow with tasks that do not change, so what is told grows older instead.
 */
export function artifactPaceMs(followed: number): number {
  const needed = Math.ceil(followed / READ_AT_ONCE) * BETWEEN_READS;
  return PACES_MS.find(pace => pace >= needed) ?? PACES_MS[PACES_MS.length - 1];
}

/**
 * When an open pull request is read next: at the next full interval of the clock, not an interval
 * from now. Tasks that began apart then come due together, and one request reads a hundred; spread
 * out, a thousand quiet tasks would ask every second.
 *
 * @param followed - how many tasks of the identity are followed
 */
export function nextArtifactLookAt(
  changedAt: number,
  now: number,
  followed: number,
): number {
  const interval = Math.max(
    artifactIntervalMs(Math.max(0, now - changedAt)),
    artifactPaceMs(followed),
  );
  return (Math.floor(now / interval) + 1) * interval;
}
