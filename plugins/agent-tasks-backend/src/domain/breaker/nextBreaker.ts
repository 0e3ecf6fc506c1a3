import { BreakerFact } from './breakerFact';
import { BreakerReason, BreakerState, closed, opened } from './breakerState';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Starts in a row that nobody answered, and how young they have to be to be about now. */
const UNANSWERED = 5;
const UNANSWERED_WITHIN = 10 * MINUTE;
const OUTCOMES = 10;
const BAD_OUTCOMES = OUTCOMES / 2;
const QUARANTINED = 3;
const QUARANTINED_WITHIN = HOUR;

/** How long a probe may take to tell anything: an answer, or what a run came to. */
const PROBE_PATIENCE = { provider: 10 * MINUTE, template: 6 * HOUR } as const;

/** How many facts of one kind are looked at, newest first. */
export const FACTS_OF_A_KIND = OUTCOMES;

/** What a breaker is now, by what was learnt since. @param facts - of its scope, newest first */
export function nextBreaker(
  breaker: BreakerState,
  facts: readonly BreakerFact[],
  now: number,
): BreakerState {
  switch (breaker.state) {
    case 'closed': {
      const reason = reasonToOpen(
        facts.filter(({ at }) => at > breaker.since),
        now,
      );
      return reason === null ? breaker : opened(breaker, reason, now);
    }
    case 'probing':
      return afterProbe(breaker, facts, now);
    default:
      return breaker;
  }
}

/** The one task that is let through, and how long it has to tell. */
export function probing(
  breaker: BreakerState,
  taskId: string,
  now: number,
): BreakerState {
  const patience =
    breaker.scope.kind === 'template'
      ? PROBE_PATIENCE.template
      : PROBE_PATIENCE.provider;
  return {
    ...breaker,
    state: 'probing',
    since: now,
    until: now + patience,
    probeTaskId: taskId,
  };
}

function afterProbe(
  breaker: BreakerState,
  facts: readonly BreakerFact[],
  now: number,
): BreakerState {
  const told = facts.filter(
    ({ taskId, at }) => taskId === breaker.probeTaskId && at >= breaker.since,
  );
  const bad = told.find(({ isBad }) => isBad);
  if (bad) return opened(breaker, reasonOf(bad), now);
  if (told.length > 0) return closed(breaker, now);
  // It told nothing: another one may try at once.
  return breaker.until !== null && breaker.until <= now
    ? { ...breaker, state: 'open', since: now, until: now, probeTaskId: null }
    : breaker;
}

function reasonOf({ kind }: BreakerFact): BreakerReason {
  return kind === 'start' ? 'unanswered' : kind;
}

function reasonToOpen(
  facts: readonly BreakerFact[],
  now: number,
): BreakerReason | null {
  const of = (kind: BreakerFact['kind'], within = Infinity) =>
    facts.filter(fact => fact.kind === kind && now - fact.at < within);
  const starts = of('start').slice(0, UNANSWERED);
  const outcomes = of('outcome').slice(0, OUTCOMES);
  if (of('second_start').length > 0) return 'second_start';
  if (of('quarantined', QUARANTINED_WITHIN).length >= QUARANTINED) {
    return 'quarantined';
  }
  if (of('over_cost').length > 0) return 'over_cost';
  if (
    outcomes.length === OUTCOMES &&
    outcomes.filter(({ isBad }) => isBad).length >= BAD_OUTCOMES
  ) {
    return 'outcome';
  }
  const isSilent =
    starts.length === UNANSWERED &&
    starts.every(({ isBad, at }) => isBad && now - at < UNANSWERED_WITHIN);
  return isSilent ? 'unanswered' : null;
}
