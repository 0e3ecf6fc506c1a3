import { AdmissionDecision } from '../../domain/admission/admission';
import { Breaker } from '../../domain/admission/candidate';
import { breaks } from '../../domain/admission/holdOf';
import { admissionBreaker } from '../../domain/breaker/admissionBreaker';
import { breakerScopesOf } from '../../domain/breaker/breakerScopesOf';
import { BreakerState, closedBreaker } from '../../domain/breaker/breakerState';
import { nextBreaker, probing } from '../../domain/breaker/nextBreaker';
import { AdmissionSnapshot } from '../../store/TaskStore';

/** The breakers of what asks to start, as they are now by what was learnt. */
export function breakersNow({
  now,
  candidates,
  breakers,
  breakerFacts,
}: Pick<
  AdmissionSnapshot,
  'now' | 'candidates' | 'breakers' | 'breakerFacts'
>): BreakerState[] {
  return breakerScopesOf(candidates).map(scope => {
    const isOurs = (other: BreakerState['scope']) =>
      other.kind === scope.kind && other.ref === scope.ref;
    const known = breakers.find(breaker => isOurs(breaker.scope));
    return nextBreaker(
      known ?? closedBreaker(scope),
      breakerFacts.filter(fact => isOurs(fact.scope)),
      now,
    );
  });
}

export function admissionBreakers(
  breakers: readonly BreakerState[],
  exemptOwners: readonly string[],
  now: number,
): Breaker[] {
  return breakers.flatMap(
    breaker => admissionBreaker(breaker, exemptOwners, now) ?? [],
  );
}

/** Notes which start of a decision is the probe of a breaker that lets one through. */
export function withProbes(
  breakers: readonly BreakerState[],
  started: readonly AdmissionDecision['task'][],
  exemptOwners: readonly string[],
  now: number,
): BreakerState[] {
  return breakers.map(breaker => {
    const open = admissionBreaker(breaker, exemptOwners, now);
    if (!open || open.probes < 1) return breaker;
    const probe = started.find(task => breaks(open, { task }));
    return probe ? probing(breaker, probe.id, now) : breaker;
  });
}

/** Those that are another than they were stored as. */
export function changedBreakers(
  before: readonly BreakerState[],
  after: readonly BreakerState[],
): BreakerState[] {
  return after.filter(breaker => {
    const { scope, state } = breaker;
    const known =
      before.find(
        other =>
          other.scope.kind === scope.kind && other.scope.ref === scope.ref,
      ) ?? closedBreaker(scope);
    return (
      known.state !== state ||
      known.since !== breaker.since ||
      known.probeTaskId !== breaker.probeTaskId
    );
  });
}
