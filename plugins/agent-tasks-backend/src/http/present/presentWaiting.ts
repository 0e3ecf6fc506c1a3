import {
  Held,
  TaskHeld,
  TaskQueuePlace,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { QueuePlace } from '../../domain/admission/queuePlace';
import { timeOf } from './time';

export function presentHeld(held: Held | null): TaskHeld | null {
  if (held === null) return null;
  const { since, until, ...rest } = held;
  return {
    ...rest,
    since: timeOf(since),
    ...(until === undefined ? {} : { until: timeOf(until) }),
  };
}

export function presentPlace(place: QueuePlace | null): TaskQueuePlace | null {
  if (place === null) return null;
  const { position, startsInSeconds, basis } = place;
  return {
    position,
    ...(startsInSeconds === null ? {} : { startsInSeconds }),
    ...(basis === null ? {} : { basis }),
  };
}
