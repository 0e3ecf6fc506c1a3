import { reminderOf } from '../../domain/attention/withAttention';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { byEngine } from '../systemActor';
import { forEachTask } from './forEachTask';
import { LoopWork } from './Loop';

const HOLD_MS = 30_000;

/** Tells people again, and resolves anew who is to be told: owners change while tasks wait. */
export function remind(parts: EngineParts): LoopWork {
  const { store, settings, people } = parts;
  return {
    name: 'remind',
    idleMs: settings.idleMs,
    async pass() {
      const ids = await store.claimDue('remind', {
        limit: settings.batch,
        holdForMs: HOLD_MS,
      });
      await forEachTask(parts, 'remind', ids, async id => {
        const loaded = await store.load(id);
        if (!loaded) return;
        const known = await people.of(loaded.task);
        await applyEvent(parts, id, (task, now) => {
          const reminder = reminderOf(task, now);
          return reminder === 'reroute'
            ? { type: 'rerouted', ...byEngine, people: known }
            : {
                type: 'reminded',
                ...byEngine,
                isEscalation: reminder === 'escalate',
              };
        });
      });
      return ids.length === settings.batch;
    },
  };
}
