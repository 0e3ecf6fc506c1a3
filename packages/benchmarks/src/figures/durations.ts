import { Figure } from './Figure';

/** Durations of the same work done many times, milliseconds. */
export interface Durations {
  p50: number;
  p95: number;
}

/**
 * Does the same work many times, one after the other, and says how long it took. A tenth as many
 * rounds go before, uncounted: they fill the caches that are warm in any portal that is in use.
 */
export async function durationsOf(
  rounds: number,
  work: (round: number) => Promise<unknown>,
): Promise<Durations> {
  const uncounted = Math.ceil(rounds / 10);
  const taken: number[] = [];
  for (let round = -uncounted; round < rounds; round++) {
    const begun = performance.now();
    await work(round);
    if (round >= 0) taken.push(performance.now() - begun);
  }
  return percentilesOf(taken);
}

/** The nearest-rank percentiles of at least one value. */
export function percentilesOf(values: readonly number[]): Durations {
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number) =>
    sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return { p50: rank(0.5), p95: rank(0.95) };
}

/** Both percentiles as figures, each with its promise in milliseconds, if there is one. */
export function durationFigures(
  what: string,
  on: string,
  { p50, p95 }: Durations,
  atMost: { p50?: number; p95?: number } = {},
): Figure[] {
  const figure = (measure: 'p50' | 'p95', value: number): Figure => {
    const most = atMost[measure];
    return {
      what,
      on,
      measure,
      value,
      unit: 'ms',
      ...(most === undefined ? {} : { promise: { atMost: most } }),
    };
  };
  return [figure('p50', p50), figure('p95', p95)];
}
