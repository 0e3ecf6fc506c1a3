import { ReplyResult } from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Exchange } from './Exchange';
import { writeVerdict } from './writeVerdict';

/**
 * Whether a comment was posted. The same table as for a start, because the same rule holds: what
 * is not proved is unclear, and nobody but a person sends it again.
 *
 * @param comment - what the answer's body holds, when it can be read
 */
export function replyResult(
  exchange: Exchange,
  comment: { url?: string } | undefined,
): ReplyResult {
  const verdict = writeVerdict(exchange, comment, 'repository_not_found');
  switch (verdict.kind) {
    case 'created':
      return { kind: 'sent', ...(verdict.value.url && verdict.value) };
    case 'refused':
      return { kind: 'notSent', failureClass: verdict.failureClass };
    case 'turnedAway':
      return { kind: 'notSent', failureClass: 'rate_limited' };
    case 'notSent':
      return { kind: 'notSent', failureClass: 'not_sent' };
    default:
      return { kind: 'unclear' };
  }
}
