/** Timings of the engine, milliseconds. Defaults are those of the design. */
export interface EngineSettings {
  /** How long a claim gives the right to start. */
  leaseMs: number;
  /** How long a sent request may still be travelling after we stopped waiting for it. */
  flightMs: number;
  /** For clocks and pauses between the guard and the network. */
  marginMs: number;
  /** Least time between two writes of one identity. */
  paceMs: number;
  /** Pause of a loop that found nothing to do. */
  idleMs: number;
  /** How often a lane of an identity is swept while something is young, else while nothing is. */
  sweepYoungMs: number;
  sweepQuietMs: number;
  sweepArchivedMs: number;
  /** How often an identity that nothing is followed with is swept for starts that were forgotten. */
  lookBackMs: number;
  /** How many tasks or effects one pass takes, and how many starts are under way at most. */
  batch: number;
}

export const DEFAULT_ENGINE_SETTINGS: EngineSettings = {
  leaseMs: 120_000,
  flightMs: 60_000,
  marginMs: 10_000,
  paceMs: 1_000,
  idleMs: 1_000,
  sweepYoungMs: 10_000,
  sweepQuietMs: 45_000,
  sweepArchivedMs: 600_000,
  lookBackMs: 600_000,
  batch: 20,
};

/**
 * Why a lease is too short to be safe; null when it is long enough. A lease that can end while a
 * request may still arrive would let a second worker look too early.
 */
export function leaseFault(
  settings: EngineSettings,
  startTimeoutMs: number,
): string | null {
  const least = startTimeoutMs + settings.flightMs + settings.marginMs;
  return settings.leaseMs > least
    ? null
    : `The lease of ${settings.leaseMs} ms must be longer than the ${least} ms that a start may take.`;
}
