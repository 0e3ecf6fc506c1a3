import {
  LimitScope,
  stateOf,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../task/task';
import { hasArtifact, isReviewable } from '../task/taskProgress';

/** What a limit is counted by: `owner:group:default/payments`, `repository:77`. */
export type CounterKey = `${LimitScope}:${string}`;

/**
 * Whether a task is in flight for the limits of organization, repository and requester: it may be
 * using a runner now. A quarantined task does not count: a person decides when, and a repository
 * must not stand still until then.
 */
export function isInFlight(task: Task): boolean {
  if (task.phase === 'starting' || task.phase === 'unconfirmed') return true;
  if (task.phase !== 'tracking') return false;
  const state = stateOf(task);
  return state === 'starting' || state === 'in_progress';
}

/** Whether a task counts for its owners: also while it waits for one of them, or idles. */
export function isOnOwner(task: Task): boolean {
  if (isInFlight(task)) return true;
  if (task.phase !== 'tracking' || task.outcome !== 'pending') return false;
  const state = stateOf(task);
  return state === 'waiting_for_user' || state === 'idle';
}

/** The counters that a task adds one to. */
export function countersOf(task: Task): CounterKey[] {
  return [
    ...(isOnOwner(task)
      ? task.people.owners.map((owner): CounterKey => `owner:${owner}`)
      : []),
    ...(isInFlight(task) ? flightKeysOf(task) : []),
  ];
}

/** How far each counter is used by these tasks. */
export function countedIn(inFlight: readonly Task[]): Map<CounterKey, number> {
  const counters = new Map<CounterKey, number>();
  for (const key of inFlight.flatMap(countersOf)) {
    counters.set(key, (counters.get(key) ?? 0) + 1);
  }
  return counters;
}

/** The keys of the limits on tasks in flight, whether the task counts now or would once started. */
export function flightKeysOf(task: Task): CounterKey[] {
  const [organization] = task.repository.slug.split('/');
  return [
    `organization:${organization}`,
    `repository:${task.repository.id ?? task.repository.slug}`,
    `requester:${task.requester.ref}`,
  ];
}

/**
 * What a task takes of its owners' review capacity: one for a pull request that waits, or for a
 * run that would open one. Never two, though a task may be both on its way and reviewable.
 */
export function reviewLoadOf(task: Task, now: number): 0 | 1 {
  if (isReviewable(task, now)) return 1;
  const wouldOpenOne = task.createPullRequest || hasArtifact(task);
  return isOnOwner(task) && wouldOpenOne ? 1 : 0;
}
