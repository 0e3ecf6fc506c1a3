import { Lane } from './lane';

/** A task that started this lately is worth a closer watch. */
const YOUNG_MS = 5 * 60_000;
/** With many identities what is shown grows older, before a portal does nothing but sweep. */
const BETWEEN_SWEEPS_MS = 200;

/** How often a lane is swept, milliseconds: while something is young, while nothing is, archived. */
export interface SweepPaces {
  sweepYoungMs: number;
  sweepQuietMs: number;
  sweepArchivedMs: number;
}

/**
 * How long until a lane of an identity is swept again.
 *
 * @param identities - how many have tasks that are followed
 */
export function sweepPaceMs(
  paces: SweepPaces,
  of: {
    lane: Lane;
    youngestMs: number | null;
    identities: number;
  },
): number {
  const { lane, youngestMs, identities } = of;
  if (lane === 'archived') return paces.sweepArchivedMs;
  const isYoung = youngestMs !== null && youngestMs < YOUNG_MS;
  const paceMs = isYoung ? paces.sweepYoungMs : paces.sweepQuietMs;
  return Math.max(paceMs, identities * BETWEEN_SWEEPS_MS);
}
