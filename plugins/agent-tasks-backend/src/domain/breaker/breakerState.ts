import { BreakerFactKind, BreakerScope } from './breakerFact';

/** Why a breaker opened: too few answers, or what its template's runs came to. */
export type BreakerReason = Exclude<BreakerFactKind, 'start'> | 'unanswered';

/**
 * A breaker as all replicas know it. Times are milliseconds of the database's clock. Nothing that
 * was learnt before `since` counts while it is closed: it would open again at once.
 */
export interface BreakerState {
  scope: BreakerScope;
  state: 'closed' | 'open' | 'probing';
  since: number;
  /** Open: when one task may try. Probing: when another one may, if that one tells nothing. */
  until: number | null;
  /** Why it opened last; null: it never did. */
  reason: BreakerReason | null;
  /** How often it opened since it was last closed; each time it stays open longer. */
  openings: number;
  /** Reads that failed in a row, of a breaker about reads. */
  failures: number;
  /** The task that tries whether it works again. */
  probeTaskId: string | null;
}

export function closedBreaker(scope: BreakerScope): BreakerState {
  return {
    scope,
    state: 'closed',
    since: 0,
    until: null,
    reason: null,
    openings: 0,
    failures: 0,
    probeTaskId: null,
  };
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** An outage is over in minutes; a template that goes wrong takes somebody who looks at it. */
const OPEN_FOR: Readonly<
  Record<BreakerScope['kind'], { first: number; longest: number }>
> = {
  provider: { first: MINUTE, longest: 30 * MINUTE },
  read: { first: MINUTE, longest: 30 * MINUTE },
  template: { first: HOUR, longest: 24 * HOUR },
};

export function opened(
  breaker: BreakerState,
  reason: BreakerReason,
  now: number,
): BreakerState {
  const { first, longest } = OPEN_FOR[breaker.scope.kind];
  const openFor = Math.min(
    longest,
    first * 2 ** Math.min(breaker.openings, 20),
  );
  return {
    ...breaker,
    state: 'open',
    since: now,
    until: now + openFor,
    reason,
    openings: breaker.openings + 1,
    failures: 0,
    probeTaskId: null,
  };
}

export function closed(breaker: BreakerState, now: number): BreakerState {
  return {
    ...breaker,
    state: 'closed',
    since: now,
    until: null,
    openings: 0,
    failures: 0,
    probeTaskId: null,
  };
}
