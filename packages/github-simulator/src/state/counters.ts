import { World } from './World';
import { between } from './dice';

/**
 * Where the ids of a kind begin. They are far apart so that mixing up two kinds, or a pull request's id with its
 * number, shows at once.
 */
const FIRST_ID: Record<string, number> = {
  account: 61_000_000,
  organization: 9_900_000,
  repository: 724_000_000,
  pull: 2_210_000_000,
  run: 15_800_000_000,
  checkRun: 43_700_000_000,
  comment: 2_870_000_000,
  review: 2_640_000_000,
};

/** Counts 1, 2, 3 … for a kind. */
export function nextOrdinal(world: World, kind: string): number {
  const ordinal = (world.counters[kind] ?? 0) + 1;
  world.counters[kind] = ordinal;
  return ordinal;
}

/** The next id of a kind, with gaps, as in a database that others use too. */
export function nextId(world: World, kind: string): number {
  const ordinal = nextOrdinal(world, kind);
  const gap = between(0, 36, world.seed, 'id', kind, ordinal);
  return (FIRST_ID[kind] ?? 1_000_000) + ordinal * 37 + gap;
}
