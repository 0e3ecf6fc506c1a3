import { Stage } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from './task';
import { hasArtifact } from './taskProgress';

/** A step of the rail of the task page, and when it was reached. Milliseconds. */
export interface StageReached {
  stage: Stage;
  at: number;
}

/** The steps a task has reached; what it skipped is left out. */
export function stagesOf(task: Task): StageReached[] {
  const reached: [Stage, number | null][] = [
    ['asked', task.createdAt],
    ['waiting', task.queuedAt],
    ['working', task.startedAt],
    ['review', reviewedSince(task)],
    ['result', task.outcomeAt],
  ];
  return reached.flatMap(([stage, at]) => (at === null ? [] : [{ stage, at }]));
}

function reviewedSince(task: Task): number | null {
  if (task.attention === 'review') return task.attentionSince;
  return hasArtifact(task) ? task.endedAt : null;
}
