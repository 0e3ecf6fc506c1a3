import { stateOf } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { mayGiveUp, mayGiveUpUnseen } from '../schedule/retrySchedule';
import { Task } from './task';
import { TaskEvent } from './taskEvent';
import { hasEnded } from './taskProgress';

/** Why an event that the table would allow is refused all the same. */
export type GuardRefusal =
  | 'already_ended'
  | 'digest_changed'
  | 'self_approval'
  | 'attempt_changed'
  | 'preflight_missing'
  | 'repository_changed'
  | 'marker_changed'
  | 'lease_still_runs'
  | 'still_looking'
  | 'foreign_task'
  | 'nothing_to_answer'
  | 'answers_used_up';

/** A claim trusts what was asked outside for this long. */
export const PREFLIGHT_VALID_MS = 60_000;
/** Follow-ups of one task: an answer is a prompt, and a task is not a chat. */
export const MAX_ANSWERS = 3;

/** The conditions of an event beyond its phase; null when they hold. */
export function guardOf(
  task: Task,
  event: TaskEvent,
  now: number,
): GuardRefusal | null {
  switch (event.type) {
    case 'approved':
      if (!isDigestOf(task, event.digest)) return 'digest_changed';
      return task.policy.fourEyes && event.actor.ref === task.requester.ref
        ? 'self_approval'
        : null;
    case 'confirmedNotStarted':
      return event.epoch === task.epoch ? null : 'attempt_changed';
    case 'cancelRequested':
      return hasEnded(task) ? 'already_ended' : null;
    case 'preflighted':
      if (differs(task.repository.id, event.repositoryId)) {
        return 'repository_changed';
      }
      return differs(task.marker, event.marker) ? 'marker_changed' : null;
    case 'claimed':
      return isPreflightValid(task, now) ? null : 'preflight_missing';
    case 'leaseExpired':
      return task.lease !== null && now < task.lease.until
        ? 'lease_still_runs'
        : null;
    case 'found':
      return event.providerTask.repositoryId !== undefined &&
        differs(task.repository.id, event.providerTask.repositoryId)
        ? 'foreign_task'
        : null;
    case 'gaveUp':
      return mayGiveUpOn(task, event.isUnseen ?? false, now)
        ? null
        : 'still_looking';
    case 'answered':
      if (stateOf(task) !== 'waiting_for_user') return 'nothing_to_answer';
      return task.answers >= MAX_ANSWERS ? 'answers_used_up' : null;
    default:
      return null;
  }
}

function mayGiveUpOn(task: Task, isUnseen: boolean, now: number): boolean {
  const intentAt = task.intentAt ?? task.phaseSince;
  return isUnseen
    ? mayGiveUpUnseen(intentAt, now)
    : mayGiveUp(intentAt, task.looks, now);
}

export function isPreflightValid(task: Task, now: number): boolean {
  return (
    task.preflightAt !== null &&
    now - task.preflightAt <= PREFLIGHT_VALID_MS &&
    task.repository.id !== null &&
    task.marker !== null
  );
}

/** What a person may have seen of the task as it stands. */
function isDigestOf(task: Task, digest: string): boolean {
  return digest === task.approvalDigest || digest === task.digestByName;
}

function differs(known: string | null, told: string): boolean {
  return known !== null && known !== told;
}

/** Whether a command was already carried out: then it is answered with the task as it is. */
export function isRepeated(task: Task, event: TaskEvent): boolean {
  switch (event.type) {
    case 'approved':
      return (
        task.phase !== 'pending_approval' &&
        task.approval !== null &&
        isDigestOf(task, event.digest)
      );
    case 'rejected':
      return task.phase === 'rejected';
    case 'cancelRequested':
      return task.cancelRequested !== null;
    case 'confirmedNotStarted':
      return (
        task.phase !== 'quarantined' &&
        task.settledAs === 'confirmed_not_started'
      );
    case 'writtenOff':
      return task.phase === 'written_off';
    case 'overruled':
      return (
        task.outcome === event.outcome && task.outcomeBy === event.actor.ref
      );
    case 'answered':
      return event.isAtProvider && task.answeredAt !== null;
    case 'created':
    case 'found':
      return (
        task.phase === 'tracking' &&
        task.providerTaskId === event.providerTask.id
      );
    default:
      return false;
  }
}

/** A verdict counts only for the claim it was made under; facts count always. */
export function isStale(task: Task, event: TaskEvent): boolean {
  switch (event.type) {
    case 'notSent':
    case 'turnedAway':
    case 'refused':
    case 'ambiguous':
    case 'leaseExpired':
      return event.epoch !== task.epoch;
    default:
      return false;
  }
}
