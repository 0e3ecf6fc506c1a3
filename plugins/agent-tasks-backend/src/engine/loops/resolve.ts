import { nextLookAt, mayGiveUp } from '../../domain/schedule/retrySchedule';
import { Task } from '../../domain/task/task';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { findStarted } from '../start/findStarted';
import { byEngine, byProvider } from '../systemActor';
import { forEachTask } from './forEachTask';
import { LoopWork } from './Loop';

const HOLD_MS = 30_000;

/**
 * Settles starts whose outcome is not known. It looks, and never sends: a hit adopts, and what is
 * not found after the window goes to a person, while the looks go on for a day.
 */
export function resolve(parts: EngineParts): LoopWork {
  const { store, settings } = parts;
  return {
    name: 'resolve',
    idleMs: settings.idleMs,
    async pass() {
      const ids = await store.claimDue('resolve', {
        limit: settings.batch,
        holdForMs: HOLD_MS,
      });
      await forEachTask(parts, 'resolve', ids, id => resolveOne(parts, id));
      return ids.length === settings.batch;
    },
  };
}

async function resolveOne(parts: EngineParts, taskId: string): Promise<void> {
  const expired = await applyEvent(parts, taskId, task =>
    task.phase === 'starting'
      ? { type: 'leaseExpired', ...byEngine, epoch: task.epoch }
      : null,
  );
  if (expired.kind === 'missing' || expired.kind === 'refused') return;
  const { task } = expired;
  if (task.phase !== 'unconfirmed' && task.phase !== 'quarantined') return;
  await look(parts, task);
}

async function look(parts: EngineParts, task: Task): Promise<void> {
  const findings = await findStarted(parts, task);
  switch (findings.kind) {
    case 'unknown':
      // Nobody could look; the claim's hold brings it back, and no look is counted.
      return;
    case 'found':
      // The oldest is adopted; every further one is told too, so that it is flagged and alarmed.
      for (const providerTask of findings.tasks) {
        await applyEvent(parts, task.id, () => ({
          type: 'found',
          ...byProvider,
          providerTask,
        }));
      }
      return;
    default:
      await applyEvent(parts, task.id, (current, now) => {
        const intentAt = current.intentAt ?? current.phaseSince;
        const nextAt = nextLookAt(intentAt, now);
        const isOver =
          current.phase === 'unconfirmed' &&
          findings.kind === 'absent' &&
          mayGiveUp(intentAt, current.looks, now);
        return {
          type: isOver ? 'gaveUp' : 'absent',
          ...byEngine,
          nextLookAt: nextAt,
        };
      });
  }
}
