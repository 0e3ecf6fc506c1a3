import { Scene } from './Scene';
import { UnclearStarts } from './UnclearStarts';
import { until } from './until';

/** Longer than the resolver's window. Its pauses between looks double, and so do the outages. */
const FIRST_OUTAGE_MS = 6 * 60_000;
/** It looks three times before it gives up; an agent that shows no session yet takes it longer. */
const MOST_OUTAGES = 6;
const HOUR_MS = 3_600_000;

/**
 * Until every unclear start was adopted or handed to a person, which the resolver does after
 * minutes and several looks. Unless the test has the time to wait, the whole portal goes down, what
 * it left unclear is made older, and it comes back.
 */
export async function settle(scene: Scene, inRealTime: boolean): Promise<void> {
  const { replicas, database, signal } = scene;
  if (inRealTime) {
    await until(
      'every unclear start to be settled',
      async () => (await looksAt(scene)).size === 0,
      { patienceMs: HOUR_MS, signal },
    );
    return;
  }
  for (let outage = 0; outage < MOST_OUTAGES; outage++) {
    const before = await looksAt(scene);
    if (before.size === 0) break;
    await replicas.killAll();
    await database.withTables(knex =>
      new UnclearStarts(knex).makeOlder(FIRST_OUTAGE_MS * 2 ** outage),
    );
    // One is enough to look, and comes up sooner alone.
    await replicas.refill(1);
    const hasLooked = async () => {
      const now = await looksAt(scene);
      return [...now].every(([id, looks]) => looks > (before.get(id) ?? 0));
    };
    await until('every unclear start to be looked for', hasLooked, { signal });
  }
  await replicas.refill();
}

function looksAt({ database }: Scene): Promise<Map<string, number>> {
  return database.withTables(knex => new UnclearStarts(knex).looks());
}
