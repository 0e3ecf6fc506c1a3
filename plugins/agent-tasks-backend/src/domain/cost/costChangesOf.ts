import { hasEnded } from '../task/taskProgress';
import { Task } from '../task/task';
import { TaskEvent } from '../task/taskEvent';
import {
  CostChange,
  releaseAll,
  reserve,
  settleSessions,
  writeOff,
} from './cost';

/**
 * What a task, after an event, changes in the ledger. Follows from where the task stands, so that
 * a repeated event finds its rows in place and changes nothing.
 */
export function costChangesOf(task: Task, event: TaskEvent): CostChange[] {
  switch (task.phase) {
    case 'starting':
      return event.type === 'claimed' && task.estimatedCost !== null
        ? reserve(task.costs, task.epoch, task.estimatedCost)
        : [];
    case 'tracking':
      return trackingCosts(task);
    case 'written_off':
      return writeOff(task.costs);
    case 'unconfirmed':
    case 'quarantined':
      // It may be running: what was reserved stays reserved.
      return [];
    default:
      return releaseAll(task.costs);
  }
}

function trackingCosts(task: Task): CostChange[] {
  if (task.outcomeReason === 'access_lost') return writeOff(task.costs);
  const wish = task.cancelRequested?.kind;
  const isKilledBySystem =
    task.providerState === 'timed_out' ||
    wish === 'time_limit' ||
    wish === 'late_start';
  const settled = settleSessions(
    task.costs,
    task.reported.sessions,
    isKilledBySystem,
  );
  // Nobody will tell the usage of a run that ended and was judged: the budget gets it back.
  const isOver = hasEnded(task) && task.outcome !== 'pending';
  return settled.length === 0 && isOver ? releaseAll(task.costs) : settled;
}
