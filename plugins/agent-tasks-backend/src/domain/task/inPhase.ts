import { endOutcome } from '../outcome/endOutcome';
import { Task } from './task';
import { isEndPhase } from './taskTransitions';

/**
 * What a phase means for the rest of the record: a lease belongs to a start in flight, a held
 * reason to the queue, a read to a task with an id. Clearing them here, and only here, is what
 * keeps a loop from finding a task that is no longer its business.
 */
export function inPhase(task: Task, before: Task, now: number): Task {
  const { phase } = task;
  const isTracking = phase === 'tracking';
  const isOver = isTracking || isEndPhase(phase);
  const placed: Task = {
    ...task,
    phaseSince: phase === before.phase ? task.phaseSince : now,
    queuedAt: phase === 'queued' ? task.queuedAt ?? now : task.queuedAt,
    lease: phase === 'starting' ? task.lease : null,
    held: phase === 'queued' ? task.held : null,
    nextStartAt: phase === 'queued' ? task.nextStartAt : null,
    startDueAt: isOver ? null : task.startDueAt,
    readDueAt: isTracking ? task.readDueAt : null,
    artifactDueAt: isTracking ? task.artifactDueAt : null,
  };
  return isEndPhase(phase) && phase !== before.phase
    ? ended(placed, now)
    : placed;
}

function ended(task: Task, now: number): Task {
  if (!isEndPhase(task.phase)) return task;
  const end = endOutcome(
    task.phase,
    task.cancelRequested,
    task.failure?.class ?? null,
  );
  return {
    ...task,
    endedAt: now,
    outcome: end.outcome,
    outcomeReason: end.reason,
    outcomeAt: now,
    failure: end.failureClass && { class: end.failureClass, at: now },
  };
}
