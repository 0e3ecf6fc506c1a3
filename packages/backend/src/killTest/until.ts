import { setTimeout } from 'node:timers/promises';

const LOOK_EVERY_MS = 25;
const PATIENCE_MS = 180_000;

/**
 * Looks again and again until there is something to see, and gives that back.
 *
 * @param options.signal - ends it early, because nobody wants to know any more
 * @throws Error that names what did not happen in time
 */
export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false> | T | undefined | false,
  options: { patienceMs?: number; signal?: AbortSignal } = {},
): Promise<T> {
  const { patienceMs = PATIENCE_MS, signal } = options;
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (seen !== undefined && seen !== false) return seen;
    if (performance.now() > giveUpAt) {
      throw new Error(`Waited ${patienceMs / 1000} s in vain for ${what}`);
    }
    await setTimeout(LOOK_EVERY_MS, undefined, { signal });
  }
}
