import { TimeLimits } from '../task/taskAsk';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Where neither policy nor template says anything. */
export const DEFAULT_TIME_LIMITS: TimeLimits = {
  queued: 7 * DAY,
  approval: 3 * DAY,
  waitingForUser: 3 * DAY,
  running: 2 * HOUR,
  settleBy: 14 * DAY,
};

/** The limits of a task: the policy's, of which a template may shorten the run. */
export function timeLimitsOf(
  policy: Partial<Omit<TimeLimits, 'settleBy'>>,
  templateRun: number | null,
): TimeLimits {
  const limits = { ...DEFAULT_TIME_LIMITS, ...policy };
  return {
    ...limits,
    running: Math.min(limits.running, templateRun ?? Infinity),
  };
}
