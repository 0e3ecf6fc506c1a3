import {
  FailureClass,
  stateOf,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { latestSession } from '../observation/providerRecord';
import { Task } from '../task/task';
import { hasArtifact, providerStateSince } from '../task/taskProgress';

/**
 * What the end of patience does: `expire` ends what never started, `stop` asks the provider to
 * stop, as often as it takes until a read confirms.
 */
export interface TimeLimit {
  at: number;
  then: 'expire' | 'stop';
  failureClass: Extract<FailureClass, 'expired' | 'timed_out' | 'unanswered'>;
}

/** The time limit that runs for a task as it stands; null when none does. */
export function timeLimitOf(task: Task): TimeLimit | null {
  const { timeLimits } = task.terms;
  if (task.phase === 'pending_approval') {
    return expireAt(task.phaseSince + timeLimits.approval);
  }
  if (task.phase === 'queued') {
    return expireAt((task.queuedAt ?? task.phaseSince) + timeLimits.queued);
  }
  // Once a stop is wished, it is repeated by its own schedule; another limit would change nothing.
  if (task.phase !== 'tracking' || task.cancelRequested !== null) return null;
  switch (stateOf(task)) {
    case 'starting':
    case 'in_progress':
      return stopAt(runningSince(task) + timeLimits.running, 'timed_out');
    case 'idle':
      // With something to judge, an idle agent counts as done and stops nobody's clock.
      return hasArtifact(task)
        ? null
        : stopAt(runningSince(task) + timeLimits.running, 'timed_out');
    case 'waiting_for_user':
      return stopAt(
        (task.answeredAt ?? providerStateSince(task)) +
          timeLimits.waitingForUser,
        'unanswered',
      );
    default:
      return null;
  }
}

/** Each session has its own running time: a resumed task is not killed for its first run. */
function runningSince(task: Task): number {
  const started = task.startedAt ?? task.phaseSince;
  return Math.max(started, latestSession(task.reported)?.createdAt ?? started);
}

function expireAt(at: number): TimeLimit {
  return { at, then: 'expire', failureClass: 'expired' };
}

function stopAt(
  at: number,
  failureClass: 'timed_out' | 'unanswered',
): TimeLimit {
  return { at, then: 'stop', failureClass };
}
