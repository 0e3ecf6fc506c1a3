import { EngineParts } from '../EngineParts';
import { LoopWork } from './Loop';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const IDEMPOTENCY_MS = 7 * DAY_MS;
const RAW_MS = 30 * DAY_MS;
const EFFECTS_MS = 7 * DAY_MS;

/** Deletes what outlived its retention, once an hour: idempotency keys, raw answers, old effects. */
export function retain({ store }: EngineParts): LoopWork {
  return {
    name: 'retain',
    idleMs: HOUR_MS,
    async pass() {
      const now = await store.now();
      await store.trim({
        idempotency: now - IDEMPOTENCY_MS,
        raw: now - RAW_MS,
        effects: now - EFFECTS_MS,
      });
      return false;
    },
  };
}
