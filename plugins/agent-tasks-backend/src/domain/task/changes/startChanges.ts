import {
  Held,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { nextLookAt } from '../../schedule/retrySchedule';
import { Task } from '../task';
import { TaskEventOf } from '../taskEvent';
import { isEndPhase } from '../taskTransitions';
import { Changes, withFlags } from './change';

/** From the queue to the provider's id: what each step of the start protocol leaves behind. */
export const startChanges: Changes<
  | 'approvalNeeded'
  | 'denied'
  | 'expired'
  | 'preflighted'
  | 'heldChanged'
  | 'entityBound'
  | 'claimed'
  | 'created'
  | 'found'
  | 'notSent'
  | 'turnedAway'
  | 'refused'
  | 'ambiguous'
  | 'leaseExpired'
  | 'foundInUse'
  | 'absent'
  | 'gaveUp'
> = {
  approvalNeeded: (task, { digest, isVoid, repository, marker }) => ({
    approval: null,
    isApprovalVoid: isVoid || task.isApprovalVoid,
    approvalDigest: digest,
    digestByName: null,
    startDueAt: null,
    ...(repository && marker
      ? {
          repository: { ...task.repository, ...repository },
          marker,
          preflightAt: null,
        }
      : {}),
  }),
  denied: (_task, { failureClass }, now) => ({
    failure: { class: failureClass, at: now },
  }),
  expired: () => ({}),
  preflighted: (task, event, now) => ({
    repository: {
      ...task.repository,
      id: event.repositoryId,
      slug: event.slug,
    },
    baseRef: event.baseRef,
    marker: event.marker,
    identity: { ...task.identity, login: event.login },
    providerCreatorId: event.creatorId,
    approvalDigest: event.approvalDigest,
    digestByName: digestByName(task, event),
    preflightAt: now,
    // Admission asks for another one when the task may start and its facts have grown old.
    startDueAt: null,
    held: isMendedByFacts(task.held) ? null : task.held,
  }),
  heldChanged: (_task, { held }) => ({ held }),
  entityBound: (_task, { people }) => ({ isEntityBound: true, people }),
  claimed: (task, { holder, leaseUntil }, now) => ({
    attempts: task.attempts + 1,
    epoch: task.epoch + 1,
    lease: { holder, until: leaseUntil },
    intentAt: now,
    looks: 0,
    startDueAt: leaseUntil,
    nextStartAt: null,
    settledAs: null,
  }),
  created: (task, event, now) => tracked(task, event.providerTask, now),
  found: (task, event, now) => ({
    ...tracked(task, event.providerTask, now),
    ...recovered(task, event),
  }),
  notSent: (_task, { retryAt, held }) => ({
    held: held ?? null,
    startDueAt: retryAt,
    nextStartAt: retryAt,
  }),
  turnedAway: (task, { until, held, dropModel }, now) => ({
    held: held ?? { reason: 'provider', since: now, until },
    startDueAt: until,
    nextStartAt: until,
    isModelDropped: task.isModelDropped || dropModel === true,
  }),
  refused: (_task, { failureClass }, now) => ({
    failure: { class: failureClass, at: now },
  }),
  ambiguous: (task, _event, now) => ({ startDueAt: firstLookAt(task, now) }),
  leaseExpired: (task, _event, now) => ({ startDueAt: firstLookAt(task, now) }),
  foundInUse: (task, { nextLookAt: startDueAt }) => ({
    looks: task.looks + 1,
    startDueAt,
  }),
  absent: (task, { nextLookAt: startDueAt }) => ({
    looks: task.looks + 1,
    startDueAt,
  }),
  gaveUp: (_task, { nextLookAt: startDueAt }) => ({ startDueAt }),
};

/**
 * The id was not known to whoever looked at the task before now. Their yes counts while the name
 * they saw stands for the repository that was found.
 */
function digestByName(
  task: Task,
  { slug, approvalDigest }: TaskEventOf<'preflighted'>,
): string | null {
  if (approvalDigest === task.approvalDigest) return task.digestByName;
  const isFirst = task.repository.id === null;
  return isFirst && slug === task.repository.slug ? task.approvalDigest : null;
}

function firstLookAt(task: Task, now: number): number | null {
  return nextLookAt(task.intentAt ?? now, now);
}

/** Holds that only fresh facts can end; admission finds the next one, if there is one. */
function isMendedByFacts(held: Held | null): boolean {
  return held?.reason === 'preflight' || held?.reason === 'identity';
}

/**
 * The provider's id is written once. A second, different id means that the promise of one start
 * was broken: it is flagged and alarmed, and the first stays the one that is followed.
 */
function tracked(
  task: Task,
  { id, creatorId }: ProviderTask,
  now: number,
): Partial<Task> {
  if (task.providerTaskId !== null && task.providerTaskId !== id) {
    return { flags: withFlags(task.flags, 'duplicate_start') };
  }
  return {
    providerTaskId: id,
    providerCreatorId: task.providerCreatorId ?? creatorId ?? null,
    startedAt: task.startedAt ?? task.intentAt ?? now,
    readDueAt: now,
    ...(isEndPhase(task.phase) ? lateStart(task, now) : {}),
  };
}

/** It runs although we had ended it: it is followed, and stopped. */
function lateStart(task: Task, now: number): Partial<Task> {
  return {
    flags: withFlags(task.flags, 'late_start'),
    cancelRequested: task.cancelRequested ?? {
      kind: 'late_start',
      by: 'system',
      at: now,
      reason: null,
      failureClass: null,
    },
    endedAt: null,
    outcome: 'pending',
    outcomeReason: null,
    outcomeAt: null,
    failure: null,
  };
}

/** A start that the record knows nothing of: the database is older than the provider. */
function recovered(task: Task, event: TaskEventOf<'found'>): Partial<Task> {
  const isUnknownStart =
    task.phase === 'queued' || task.phase === 'pending_approval';
  if (!isUnknownStart && !event.isRecovery) return {};
  const { flags } = tracked(task, event.providerTask, 0);
  return { flags: withFlags(flags ?? task.flags, 'recovered') };
}
