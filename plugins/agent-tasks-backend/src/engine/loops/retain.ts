import { EngineParts } from '../EngineParts';
import { LoopWork } from './Loop';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** Effects that were performed are kept so long, for their keys. */
const EFFECTS_MS = 7 * DAY_MS;
/** A line may be committed so long after the time it carries. */
const SETTLED_AFTER_MS = 300_000;

/**
 * Once an hour: anchors the records of the day before, then deletes what outlived its retention.
 * In this order, so that a line is anchored before its payload can go.
 */
export function retain(parts: EngineParts): LoopWork {
  const { store, archive, retention, logger } = parts;
  return {
    name: 'retain',
    idleMs: HOUR_MS,
    async pass() {
      const now = await store.now();
      await anchorYesterday(parts, now);
      const trimmed = await store.trim({
        idempotency: now - retention.idempotency,
        raw: now - retention.rawPayloads,
        effects: now - EFFECTS_MS,
      });
      const forgotten = await archive.forget({
        prompts: now - retention.prompts,
        events: now - retention.events,
        tasks: now - retention.tasks,
      });
      const counts = { ...trimmed, ...forgotten };
      if (Object.values(counts).some(count => count > 0)) {
        logger.info('What outlived its retention was deleted', counts);
      }
      return false;
    },
  };
}

/**
 * The root of what was recorded from the last anchor until the last midnight (UTC), told before it
 * is kept: after a crash in between it is told again, and is the same.
 */
async function anchorYesterday(
  { store, archive, anchors }: EngineParts,
  now: number,
): Promise<void> {
  const until = midnightBefore(now - SETTLED_AFTER_MS);
  const [last] = await archive.anchors(1);
  if (last && last.until >= until) return;
  const { createdAt } = await store.installation();
  const since = last?.until ?? midnightBefore(createdAt);
  const anchor = await archive.anchorOf({ since, until });
  await anchors.tell(anchor);
  await archive.keepAnchor(anchor);
}

function midnightBefore(at: number): number {
  return Math.floor(at / DAY_MS) * DAY_MS;
}
