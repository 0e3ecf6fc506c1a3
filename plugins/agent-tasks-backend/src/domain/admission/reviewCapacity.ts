import { Task } from '../task/task';
import { reviewLoadOf } from './counting';

/** How much of its review capacity an owner has used. */
export interface ReviewPlace {
  used: number;
  limit: number;
}

/**
 * The review capacity of every owner of these tasks, as what is in flight uses it. Owners without
 * any in flight are there too: else they would have no limit.
 */
export function reviewPlaces(
  tasks: readonly Task[],
  inFlight: readonly Task[],
  limitOf: (ownerRef: string) => number | undefined,
  now: number,
): Map<string, ReviewPlace> {
  const places = new Map<string, ReviewPlace>();
  for (const ref of [...tasks, ...inFlight].flatMap(ownersOf)) {
    const limit = limitOf(ref);
    if (limit !== undefined) places.set(ref, { used: 0, limit });
  }
  for (const task of inFlight) {
    const load = reviewLoadOf(task, now);
    for (const ref of ownersOf(task)) {
      const place = places.get(ref);
      if (place) place.used += load;
    }
  }
  return places;
}

function ownersOf({ people }: Task): string[] {
  return [...new Set(people.owners)];
}
