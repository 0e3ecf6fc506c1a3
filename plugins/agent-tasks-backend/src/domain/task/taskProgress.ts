import {
  ProviderArtifact,
  stateOf,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { RecordedPullRequest } from '../observation/mergePullRequests';
import { isEndWord } from '../observation/orderKey';
import { latestSession } from '../observation/providerRecord';
import { Task } from './task';
import { isEndPhase } from './taskTransitions';

/** An agent that has been idle this long is taken to be done, or stuck. */
export const IDLE_LIMIT_MS = 30 * 60_000;

/** Whether nothing more is expected: an end of ours, or the provider's word that the run is over. */
export function hasEnded(task: Task): boolean {
  return (
    isEndPhase(task.phase) ||
    (task.phase === 'tracking' && isEndWord(task.providerState))
  );
}

/** Since when the provider has been saying what it says now, milliseconds. */
export function providerStateSince(task: Task): number {
  return (
    task.reported.state?.key.changedAt ?? task.startedAt ?? task.phaseSince
  );
}

export function isIdleTooLong(task: Task, now: number): boolean {
  return (
    stateOf(task) === 'idle' && now - providerStateSince(task) >= IDLE_LIMIT_MS
  );
}

export function hasArtifact(task: Task): boolean {
  return task.reported.artifacts.length > 0 || task.pullRequests.length > 0;
}

/** The latest run is over, or looks as if it were: what it left can be judged. */
export function isAtRest(task: Task, now: number): boolean {
  if (task.phase !== 'tracking') return false;
  return hasEnded(task) || (isIdleTooLong(task, now) && hasArtifact(task));
}

export function openPullRequest(task: Task): RecordedPullRequest | undefined {
  return task.pullRequests.find(({ state }) => state === 'open');
}

/** Branches without a pull request of their own. */
export function bareBranches(
  task: Task,
): Extract<ProviderArtifact, { type: 'branch' }>[] {
  return task.reported.artifacts.filter(
    (artifact): artifact is Extract<ProviderArtifact, { type: 'branch' }> =>
      artifact.type === 'branch' &&
      !task.pullRequests.some(({ headRef }) => headRef === artifact.headRef),
  );
}

/** The branch a stop has to name: the latest session's, else one that is listed as an artifact. */
export function headRefOf(task: Task): string | undefined {
  const branches = task.reported.artifacts.flatMap(artifact =>
    artifact.type === 'branch' ? [artifact.headRef] : [],
  );
  return latestSession(task.reported)?.headRef ?? branches[0];
}

/**
 * A pull request waits for a person: open, draft or not (agents leave them drafts, and their
 * checks wait for a person to run them), the run at rest, the outcome not judged.
 */
export function isReviewable(task: Task, now: number): boolean {
  return (
    task.outcome === 'pending' &&
    openPullRequest(task) !== undefined &&
    isAtRest(task, now)
  );
}
