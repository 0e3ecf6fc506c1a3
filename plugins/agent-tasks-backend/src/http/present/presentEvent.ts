import { TaskEvent } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { EventView } from '../../access/tasks/TaskView';
import { timeOf } from './time';

/** One line of the record. */
export function presentEvent(event: EventView): TaskEvent {
  const { seq, at, type, actor, source, from, to, reason, details } = event;
  return {
    seq,
    at: timeOf(at),
    type,
    actor,
    source,
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(reason === undefined ? {} : { reason }),
    details,
  };
}
