import {
  FailureClass,
  ProviderFailure,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Exchange } from './Exchange';
import { retryAfterOf, turnedAwayUntil } from './rateLimit';
import { refusalClass } from './refusalClass';
import { requestIdOf } from './requestIdOf';

function classOf(exchange: Exchange, notFound: FailureClass): FailureClass {
  const { status, bodyReadable } = exchange;
  if (status === undefined || status >= 500 || status === 408) {
    return 'provider_unavailable';
  }
  if (status < 300) return bodyReadable ? 'unknown' : 'provider_unavailable';
  // Nothing is followed: a moved repository is found again by its id.
  if (status >= 300 && status < 400) return 'repository_not_found';
  if (status === 409) return 'conflict';
  return refusalClass(exchange, notFound) ?? 'unknown';
}

/**
 * Why a call that may be repeated gave no value. An answer that is not GitHub's (a proxy's 401 or
 * 404) is the network's failure and leaves its status behind: nobody may take it for a revoked
 * token or a task that is gone.
 *
 * @param notFound - what 404 and 410 mean for this request
 */
export function readFailure(
  exchange: Exchange,
  notFound: FailureClass,
): ProviderFailure {
  if (!exchange.entered) return { failureClass: 'not_sent' };
  const requestId = requestIdOf(exchange);
  const { status } = exchange;
  if (status !== undefined && status >= 400 && status < 500 && !requestId) {
    return { failureClass: 'provider_unavailable' };
  }
  const until = turnedAwayUntil(exchange);
  const retryAt = until ?? retryAfterOf(exchange);
  return {
    failureClass:
      until === undefined ? classOf(exchange, notFound) : 'rate_limited',
    ...(status !== undefined && { status }),
    ...(retryAt !== undefined && { retryAt }),
    ...(requestId && { requestId }),
  };
}
