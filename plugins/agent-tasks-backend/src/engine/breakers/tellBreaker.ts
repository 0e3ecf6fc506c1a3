import { LoggerService } from '@backstage/backend-plugin-api';
import { BreakerState } from '../../domain/breaker/breakerState';

/**
 * What a template does is for a person to look at: ERROR. A provider that does not answer comes back
 * by itself: WARN. What goes on as before is not told.
 */
export function tellBreaker(
  logger: LoggerService,
  breaker: BreakerState,
): void {
  const { scope, state, reason, openings, until } = breaker;
  if (state === 'probing') return;
  const about = {
    breaker: scope.kind,
    ref: scope.ref,
    reason,
    openings,
    until: until === null ? null : new Date(until).toISOString(),
    runbook: 'docs/runbooks/breaker.md',
  };
  if (state === 'closed') logger.info('A breaker has closed', about);
  else if (scope.kind !== 'template')
    logger.warn('A breaker has opened', about);
  else logger.error('Starts of a template were stopped', about);
}
