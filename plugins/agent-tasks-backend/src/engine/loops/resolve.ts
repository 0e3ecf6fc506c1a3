import { ProviderTask } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  mayGiveUp,
  mayGiveUpUnseen,
  nextLookAt,
} from '../../domain/schedule/retrySchedule';
import { Task } from '../../domain/task/task';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { findStarted } from '../start/findStarted';
import { takenBy } from '../start/takenBy';
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
      await giveUpUnseen(parts, task.id);
      return;
    case 'found':
      // The oldest is adopted; every further one is told too, so that it is flagged and alarmed.
      for (const providerTask of findings.tasks) {
        await tie(parts, task, providerTask);
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

/**
 * Nobody could look: no look is counted, and the next one comes soon. But a start that stays
 * unclear, because its token was taken away, say, must not be seen by nobody for ever.
 */
async function giveUpUnseen(parts: EngineParts, taskId: string): Promise<void> {
  await applyEvent(parts, taskId, (current, now) =>
    current.phase === 'unconfirmed' &&
    mayGiveUpUnseen(current.intentAt ?? current.phaseSince, now)
      ? {
          type: 'gaveUp',
          ...byEngine,
          nextLookAt: now + HOLD_MS,
          isUnseen: true,
        }
      : null,
  );
}

/**
 * Adopts what was found. A person may have tied it to another task meanwhile, and one thing at the
 * provider is one task of ours: then nothing is taken away, and operators are told.
 */
async function tie(
  parts: EngineParts,
  task: Task,
  providerTask: ProviderTask,
): Promise<void> {
  const other = await takenBy(parts, task, providerTask.id);
  await applyEvent(parts, task.id, (current, now) =>
    other === undefined
      ? { type: 'found', ...byProvider, providerTask }
      : {
          type: 'foundInUse',
          ...byProvider,
          providerTaskId: providerTask.id,
          otherTaskId: other.id,
          nextLookAt: nextLookAt(current.intentAt ?? current.phaseSince, now),
        },
  );
}
