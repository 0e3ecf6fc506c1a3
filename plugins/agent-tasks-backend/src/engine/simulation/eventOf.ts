import { TaskEventType } from '../../domain/task/taskEvent';
import { TaskChange } from '../../store/TaskStore';

/**
 * Which event made a change. The record says so, but for the events that loops repeat so often that
 * the record leaves them out; those are told by what they touch.
 */
export function eventOf({
  before,
  after,
  history,
}: TaskChange): TaskEventType | `dropped ${string}` {
  const [entry] = history;
  if (entry?.type === 'dropped') {
    return `dropped ${String(entry.details.event)}`;
  }
  if (entry) return entry.type;
  if (after.preflightAt !== before.preflightAt) return 'preflighted';
  if (after.stopAttempts !== before.stopAttempts) return 'stopTried';
  if (after.looks !== before.looks) return 'foundInUse';
  if (after.held !== before.held) return 'heldChanged';
  if (after.staleSince !== null && after.readDueAt !== before.readDueAt) {
    return 'readFailed';
  }
  if (after.people !== before.people) return 'rerouted';
  return 'timePassed';
}
