import { FailureClass } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Exchange } from './Exchange';

/**
 * The statuses with which GitHub refuses before it does anything. 402 is in no document; it would
 * be the word for an empty purse, and calling it unclear would ask a person to settle every start
 * of an organization that ran out of credits.
 */
const byStatus: Record<number, FailureClass> = {
  400: 'unknown',
  401: 'identity_invalid',
  402: 'quota_exhausted',
  403: 'permission_denied',
  404: 'not_enabled',
  410: 'not_enabled',
  422: 'conflict',
  451: 'permission_denied',
};

/**
 * Why GitHub refused; undefined when the status refuses nothing for certain. What `notFound` means
 * depends on what was asked for.
 */
export function refusalClass(
  exchange: Exchange,
  notFound: FailureClass,
): FailureClass | undefined {
  const { status, says, headers } = exchange;
  if (status === undefined || !(status in byStatus)) return undefined;
  if (status === 404 || status === 410) return notFound;
  if (status === 401 || headers['x-github-sso']) return byStatus[status];
  return says && says !== 'rate_limited' ? says : byStatus[status];
}
