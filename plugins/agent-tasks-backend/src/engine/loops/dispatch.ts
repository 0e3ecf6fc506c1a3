import { Task } from '../../domain/task/task';
import { EngineParts } from '../EngineParts';
import { decideAdmission } from '../start/decideAdmission';
import { startTask } from '../start/startTask';
import { forEachTask } from './forEachTask';
import { LoopWork } from './Loop';

/**
 * Decides who may start, then sends the starts, each once. Different identities send side by side;
 * pacing within one is a fact of admission.
 */
export function dispatch(
  parts: EngineParts,
  wakePreflight: () => void,
): LoopWork {
  const { store, settings } = parts;
  return {
    name: 'dispatch',
    idleMs: settings.idleMs,
    async pass() {
      // Before the database is asked: the lease then runs at least as long as we reckon with.
      const claimedAt = parts.monotonic();
      let isPreflightDue = false;
      const claimed = await store.admit(snapshot => {
        const outcome = decideAdmission(parts, snapshot);
        isPreflightDue = outcome.wakePreflight.length > 0;
        return outcome;
      });
      if (isPreflightDue) wakePreflight();
      const started = (claimed ?? []).filter(isClaim);
      const byId = new Map(started.map(task => [task.id, task]));
      // A start whose verdict could not be saved is the resolver's: it is never sent again here.
      await forEachTask(parts, 'dispatch', [...byId.keys()], id =>
        startTask(parts, byId.get(id)!, claimedAt),
      );
      return started.length > 0;
    },
  };
}

function isClaim(task: Task): boolean {
  return task.phase === 'starting';
}
