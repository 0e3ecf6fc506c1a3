import {
  FailureClass,
  StartVerdict,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../../domain/task/task';
import { TaskEvent } from '../../domain/task/taskEvent';
import { byEngine, byProvider } from '../systemActor';

/** Refusals that time or a person mends: nothing was created, so the task waits for its turn. */
const MENDABLE = {
  identity_invalid: 'identity',
  not_ready: 'preflight',
} as const;

/** What a verdict means for the task, under the epoch of the claim it was made for. */
export function verdictEvent(
  task: Task,
  epoch: number,
  verdict: StartVerdict,
  { now, retryAt }: { now: number; retryAt: number },
): TaskEvent {
  switch (verdict.kind) {
    case 'created':
      return {
        type: 'created',
        ...byProvider,
        epoch,
        providerTask: verdict.task,
      };
    case 'notSent':
      return {
        type: 'notSent',
        ...byEngine,
        epoch,
        retryAt,
        reason: verdict.reason,
        ...(verdict.reason === 'breaker'
          ? {
              failureClass: 'provider_unavailable',
              held: { reason: 'breaker', since: now, ref: task.providerId },
            }
          : { failureClass: 'not_sent' }),
      };
    case 'turnedAway':
      return {
        type: 'turnedAway',
        ...byProvider,
        epoch,
        until: verdict.until,
        held: { reason: 'provider', since: now, until: verdict.until },
      };
    case 'refused': {
      const failureClass = classOf(verdict, task, now);
      if (
        failureClass === 'model_unavailable' &&
        task.terms.fallbackWithoutModel &&
        !task.isModelDropped
      ) {
        return {
          type: 'turnedAway',
          ...byProvider,
          epoch,
          until: now,
          dropModel: true,
        };
      }
      if (failureClass in MENDABLE) {
        const reason = MENDABLE[failureClass as keyof typeof MENDABLE];
        return {
          type: 'turnedAway',
          ...byProvider,
          epoch,
          until: retryAt,
          held: { reason, since: now },
        };
      }
      return { type: 'refused', ...byProvider, epoch, failureClass };
    }
    default:
      return { type: 'ambiguous', ...byEngine, epoch, reason: verdict.reason };
  }
}

/** A repository made for this task may answer 404 for a while before the agent knows it. */
const NEW_REPOSITORY_MS = 10 * 60_000;

function classOf(
  { failureClass, status }: Extract<StartVerdict, { kind: 'refused' }>,
  task: Task,
  now: number,
): FailureClass {
  const mayBeNew = status === 404 && now - task.createdAt < NEW_REPOSITORY_MS;
  return failureClass === 'not_enabled' && mayBeNew
    ? 'not_ready'
    : failureClass;
}
