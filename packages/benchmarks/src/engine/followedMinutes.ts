import { artifactPaceMs } from '@agent-tasks/backstage-plugin-agent-tasks-backend/src/domain/schedule/retrySchedule';

const MINUTE = 60_000;
/** How often the archived lane is swept, the rarest of what does not depend on the number of tasks. */
const RAREST = 10;

/**
 * How long tasks have to be followed until what is counted stands for an hour, minutes: at least as
 * long as was asked for, and whole rounds of all that comes by in rounds.
 */
export function followedMinutes(asked: number, active: number): number {
  const round = Math.max(artifactPaceMs(active) / MINUTE, RAREST);
  return Math.ceil(asked / round) * round;
}
