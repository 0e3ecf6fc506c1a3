import { Task } from './task';
import { hasEnded, openPullRequest } from './taskProgress';
import { isEndPhase } from './taskTransitions';

/**
 * Whether nothing can come of a task any more, so that what was kept for it may go when its time
 * has come. Work that is still open at the provider keeps its record whole.
 */
export function isTrimmable(task: Task): boolean {
  if (openPullRequest(task)) return false;
  return (
    isEndPhase(task.phase) || (hasEnded(task) && task.outcome !== 'pending')
  );
}
