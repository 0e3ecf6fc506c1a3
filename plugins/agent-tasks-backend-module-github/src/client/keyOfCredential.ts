import { createHash } from 'node:crypto';
import { ProviderCredential } from '@agent-tasks/backstage-plugin-agent-tasks-node';

/** One identity may stand for many people: the token tells them apart, and is not kept. */
export function keyOfCredential({
  host,
  identityId,
  token,
}: ProviderCredential): string {
  const digest = createHash('sha256').update(token).digest('base64url');
  return `${host} ${identityId} ${digest}`;
}
