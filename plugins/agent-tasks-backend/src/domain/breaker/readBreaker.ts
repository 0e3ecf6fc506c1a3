import { BreakerState, closed, opened } from './breakerState';

/** Reads in a row that failed by the provider's fault. */
const FAILED_READS = 5;
/** How long a probe keeps the others from trying. */
const PROBE_MS = 60_000;

/** What a breaker about reads is after one; the same one: nothing to write. */
export function afterRead(
  breaker: BreakerState,
  isAnswered: boolean,
  now: number,
): BreakerState {
  if (isAnswered) {
    return breaker.state === 'closed' && breaker.failures === 0
      ? breaker
      : closed(breaker, now);
  }
  switch (breaker.state) {
    case 'closed': {
      const failures = breaker.failures + 1;
      return failures < FAILED_READS
        ? { ...breaker, failures }
        : opened(breaker, 'unanswered', now);
    }
    case 'probing':
      return opened(breaker, 'unanswered', now);
    default:
      // One that was on its way when it opened says nothing new.
      return breaker;
  }
}

/** Whether a read may go out; `probing`: it is the one that tries, and the breaker becomes that. */
export function mayRead(
  breaker: BreakerState,
  now: number,
):
  | { kind: 'yes' }
  | { kind: 'no'; until: number }
  | { kind: 'probing'; breaker: BreakerState } {
  const { state, until } = breaker;
  if (state === 'closed' || until === null) return { kind: 'yes' };
  if (until > now) return { kind: 'no', until };
  return {
    kind: 'probing',
    breaker: {
      ...breaker,
      state: 'probing',
      since: now,
      until: now + PROBE_MS,
    },
  };
}
