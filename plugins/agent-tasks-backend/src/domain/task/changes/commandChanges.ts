import { Task } from '../task';
import { Changes } from './change';

/** What people and services ask for. */
export const commandChanges: Changes<
  | 'approved'
  | 'rejected'
  | 'cancelRequested'
  | 'confirmedNotStarted'
  | 'writtenOff'
  | 'overruled'
  | 'updated'
  | 'answered'
  | 'noted'
> = {
  approved: (task, { actor }, now) => ({
    approval: {
      by: actor.ref ?? actor.type,
      at: now,
      digest: task.approvalDigest,
    },
    isApprovalVoid: false,
    queuedAt: now,
    startDueAt: now,
  }),
  rejected: () => ({}),
  cancelRequested: (task, { actor, kind, reason, failureClass }, now) => ({
    cancelRequested: {
      kind,
      by: actor.ref ?? actor.type,
      at: now,
      reason: reason ?? null,
      failureClass: failureClass ?? null,
    },
    // A read soon after the first stop shows whether it worked.
    readDueAt: task.phase === 'tracking' ? now : task.readDueAt,
  }),
  confirmedNotStarted: (_task, _event, now) => ({
    settledAs: 'confirmed_not_started',
    intentAt: null,
    startDueAt: now,
  }),
  writtenOff: () => ({ settledAs: 'written_off' }),
  overruled: (task, { actor, outcome }, now) => ({
    outcome,
    outcomeReason: 'decided_by_person',
    outcomeAt: now,
    outcomeBy: actor.ref ?? actor.type,
    // Who decides has seen it: a failure by decision needs nobody else.
    acknowledgedAt: now,
    failure:
      outcome === 'failed'
        ? task.failure ?? { class: 'unknown', at: now }
        : null,
  }),
  updated: (task, event, now) => ({
    title: event.title ?? task.title,
    priority: event.priority ?? task.priority,
    assignee: event.assignee === undefined ? task.assignee : event.assignee,
    snoozedUntil:
      event.snoozedUntil === undefined ? task.snoozedUntil : event.snoozedUntil,
    acknowledgedAt: acknowledgedAt(task, event.acknowledged, now),
  }),
  answered: (task, { actor }, now) => ({
    answeredAt: now,
    answeredBy: actor.ref ?? actor.type,
    answers: task.answers + 1,
    readDueAt: now,
  }),
  noted: () => ({}),
};

function acknowledgedAt(
  task: Task,
  isAcknowledged: boolean | undefined,
  now: number,
): number | null {
  if (isAcknowledged === undefined) return task.acknowledgedAt;
  return isAcknowledged ? task.acknowledgedAt ?? now : null;
}
