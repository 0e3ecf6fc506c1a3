import { Breaker } from '../admission/candidate';
import { BreakerState } from './breakerState';

/**
 * What an open breaker means for admission; null: nothing. An owner is exempt from what a template
 * does, never from a provider that does not answer.
 */
export function admissionBreaker(
  { scope, state, until }: BreakerState,
  exemptOwners: readonly string[],
  now: number,
): Breaker | null {
  if (state === 'closed' || scope.kind === 'read') return null;
  const mayTry = state === 'open' && until !== null && until <= now;
  return {
    scope: { kind: scope.kind, ref: scope.ref },
    until: mayTry ? null : until,
    probes: mayTry ? 1 : 0,
    exemptOwners: scope.kind === 'template' ? [...exemptOwners] : [],
  };
}
