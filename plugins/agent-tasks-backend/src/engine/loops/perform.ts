import { backoffMs, EFFECT_BACKOFF } from '../../domain/schedule/retrySchedule';
import { ClaimedEffect } from '../../store/TaskStore';
import { EngineParts } from '../EngineParts';
import { performEffect } from '../effects/performEffect';
import { LoopWork } from './Loop';

const HOLD_MS = 60_000;

/** Does what was ordered with committed changes: at least once each, and once by its key. */
export function perform(parts: EngineParts): LoopWork {
  const { store, settings } = parts;
  return {
    name: 'perform',
    idleMs: settings.idleMs,
    async pass() {
      const claimed = await store.claimEffects({
        limit: settings.batch,
        holdForMs: HOLD_MS,
      });
      await Promise.all(claimed.map(one => performOne(parts, one)));
      return claimed.length === settings.batch;
    },
  };
}

async function performOne(
  parts: EngineParts,
  { id, taskId, effect, attempts }: ClaimedEffect,
): Promise<void> {
  const { store, logger, random } = parts;
  try {
    const loaded = await store.load(taskId);
    if (loaded) await performEffect(parts, loaded.task, effect);
    await store.finishEffect(id);
  } catch (error) {
    logger.warn('An effect failed and is tried again', {
      taskId,
      effect: effect.kind,
      attempts: attempts + 1,
      error: error instanceof Error ? error.name : 'unknown',
    });
    const now = await store.now();
    await store.postponeEffect(
      id,
      now + backoffMs(EFFECT_BACKOFF, attempts + 1, random()),
    );
  }
}
