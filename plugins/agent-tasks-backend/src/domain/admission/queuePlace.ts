import {
  Held,
  HeldReason,
  QueueBasis,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** Where a waiting task stands, and when it would start if all goes as before. */
export interface QueuePlace {
  /** Among those held by the same limit; the first is 1. */
  position: number;
  startsInSeconds: number | null;
  basis: QueueBasis | null;
}

/** What a run of the template takes, in milliseconds. */
export interface RunLength {
  median: number;
  basis: QueueBasis;
}

/** Fewer runs than this say nothing about the next one. */
const ENOUGH_RUNS = 3;

/** From the template's last runs, else from what its author estimates; null when neither is known. */
export function runLengthOf(
  lastRuns: readonly number[],
  estimate: number | null,
): RunLength | null {
  if (lastRuns.length >= ENOUGH_RUNS) {
    const sorted = [...lastRuns].sort((a, b) => a - b);
    const middle = Math.floor(sorted.length / 2);
    const median =
      sorted.length % 2 === 1
        ? sorted[middle]
        : (sorted[middle - 1] + sorted[middle]) / 2;
    return { median, basis: 'history' };
  }
  return estimate === null ? null : { median: estimate, basis: 'template' };
}

/** How long these last, nobody can reckon: an order, a fault, a person, money. */
const UNKNOWABLE: readonly HeldReason[] = [
  'entity',
  'frozen',
  'breaker',
  'identity',
  'budget',
];

/**
 * The places of held tasks, given in admission's order. The n-th behind a limit of k waits for
 * the runs before it to end in turns of k.
 */
export function queuePlaces(
  held: readonly { taskId: string; held: Held; run: RunLength | null }[],
  now: number,
): Map<string, QueuePlace> {
  const counts = new Map<string, number>();
  const places = new Map<string, QueuePlace>();
  for (const item of held) {
    const limit = `${item.held.reason} ${item.held.ref ?? ''}`;
    const position = (counts.get(limit) ?? 0) + 1;
    counts.set(limit, position);
    places.set(item.taskId, {
      position,
      ...startOf(position, item.held, item.run, now),
    });
  }
  return places;
}

function startOf(
  position: number,
  held: Held,
  run: RunLength | null,
  now: number,
): Omit<QueuePlace, 'position'> {
  const unknown = { startsInSeconds: null, basis: null };
  if (UNKNOWABLE.includes(held.reason)) return unknown;
  if (held.limit !== undefined) {
    if (run === null || held.limit < 1) return unknown;
    const rounds = Math.ceil(position / held.limit);
    return {
      startsInSeconds: Math.ceil((rounds * run.median) / 1000),
      basis: run.basis,
    };
  }
  return held.until === undefined
    ? unknown
    : {
        startsInSeconds: Math.max(0, Math.ceil((held.until - now) / 1000)),
        basis: null,
      };
}
