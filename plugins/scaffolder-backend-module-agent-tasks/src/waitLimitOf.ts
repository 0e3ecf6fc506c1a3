import { millisecondsOf } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { InputError } from '@backstage/errors';

const HOUR_MS = 3_600_000;
const LONGEST_MS = 24 * HOUR_MS;

/**
 * How long a step may wait, in milliseconds. The scaffolder has ten worker slots for everybody by
 * default, and a step that waits holds one of them.
 */
export function waitLimitOf(timeout: string | undefined): number {
  if (timeout === undefined) return HOUR_MS;
  const limit = millisecondsOf(timeout);
  if (limit === undefined || limit === 0 || limit > LONGEST_MS) {
    throw new InputError(
      'timeout must be an ISO 8601 duration such as PT30M, and at most P1D',
    );
  }
  return limit;
}
