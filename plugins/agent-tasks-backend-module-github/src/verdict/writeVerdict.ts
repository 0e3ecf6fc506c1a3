import {
  FailureClass,
  StartVerdict,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Exchange, OWN_TIMEOUT } from './Exchange';
import { neverSent } from './neverSent';
import { turnedAwayUntil } from './rateLimit';
import { refusalClass } from './refusalClass';
import { requestIdOf } from './requestIdOf';

/** What one POST that makes something proved. */
export type WriteVerdict<T> =
  | { kind: 'created'; value: T; requestId?: string }
  | Exclude<StartVerdict, { kind: 'created' }>;

/**
 * The verdict table. One POST, one record, one verdict:
 *
 * | the record                                                   | proves        |
 * | ------------------------------------------------------------ | ------------- |
 * | the network was never entered, or a code that ends before it | not sent      |
 * | 3xx: not made there, and never followed                      | not sent      |
 * | 201 and what was made can be read                            | created       |
 * | a rate limit of GitHub                                       | turned away   |
 * | a refusal of GitHub                                          | refused       |
 * | anything else                                                | **ambiguous** |
 *
 * The last row is the one that matters: a machine may send again after `notSent` and
 * `turnedAway`, so whatever is not proved belongs to it. A 4xx counts as GitHub's only with
 * GitHub's request id; without it a proxy spoke, which may have passed the request on.
 *
 * @param made - what the body of the answer holds, when it can be read
 * @param notFound - what 404 and 410 mean for this request
 */
export function writeVerdict<T>(
  exchange: Exchange,
  made: T | undefined,
  notFound: FailureClass,
): WriteVerdict<T> {
  const { entered, status, causeCode } = exchange;
  if (!entered) return { kind: 'notSent', reason: 'guard' };
  if (status === undefined) {
    if (neverSent(causeCode)) return { kind: 'notSent', reason: 'unreachable' };
    const reason = causeCode === OWN_TIMEOUT ? 'timeout' : 'connection_lost';
    return { kind: 'ambiguous', reason };
  }
  if (status >= 300 && status < 400) {
    return { kind: 'notSent', reason: 'moved' };
  }

  const requestId = requestIdOf(exchange);
  const evidence = { status, ...(requestId && { requestId }) };
  if (status === 201) {
    return made === undefined
      ? { kind: 'ambiguous', reason: 'unreadable_answer', ...evidence }
      : { kind: 'created', value: made, ...(requestId && { requestId }) };
  }
  if (status >= 500) {
    return { kind: 'ambiguous', reason: 'server_error', ...evidence };
  }
  if (status >= 400 && requestId) {
    const until = turnedAwayUntil(exchange);
    if (until !== undefined) return { kind: 'turnedAway', until, ...evidence };
    const failureClass = refusalClass(exchange, notFound);
    if (failureClass) return { kind: 'refused', failureClass, ...evidence };
  }
  return { kind: 'ambiguous', reason: 'unexpected_status', ...evidence };
}
