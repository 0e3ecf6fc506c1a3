import { nextArtifactReadAt, nextTurnAt } from '../schedule/dueTimes';
import { isHintedSince } from '../schedule/isHintedSince';
import { Task } from './task';
import { TaskEvent } from './taskEvent';

/** Sets when the judge and the artifacts loop look again; the other columns belong to the events. */
export function withDueTimes(task: Task, event: TaskEvent, now: number): Task {
  return {
    ...task,
    judgeDueAt: isNewEvidence(task, event) ? now : nextTurnAt(task, now),
    artifactDueAt: artifactDueAt(task, event, now),
  };
}

/** What was just read may decide the outcome, or correct one that was not a success. */
function isNewEvidence(task: Task, event: TaskEvent): boolean {
  return (
    task.phase === 'tracking' &&
    (event.type === 'observed' || event.type === 'artifactsRead') &&
    task.outcome !== 'succeeded' &&
    task.outcomeBy === null
  );
}

function artifactDueAt(
  task: Task,
  event: TaskEvent,
  now: number,
): number | null {
  const followed = event.type === 'artifactsRead' ? event.followed : 0;
  const next = nextArtifactReadAt(task, now, followed);
  if (next === null) return null;
  // A read of the task that moved it brings the pull requests forward: they have likely moved too.
  if (event.type === 'observed') return now;
  if (event.type !== 'artifactsRead') return task.artifactDueAt ?? next;
  const sentAt = Math.max(...event.pullRequests.map(read => read.sentAt));
  return isHintedSince(task.artifactDueAt, sentAt, now)
    ? task.artifactDueAt
    : next;
}
