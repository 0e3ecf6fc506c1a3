import {
  ProviderFailure,
  ProviderResult,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { EngineParts } from '../EngineParts';
import { tellBreaker } from './tellBreaker';

/**
 * Asks the provider, unless it has not answered for a while: then nothing is sent, and the failure
 * says when to come back. Of an outage it learns whatever the task or listing that was asked for.
 */
export async function readGuarded<T>(
  { store, logger }: Pick<EngineParts, 'store' | 'logger'>,
  identityId: string,
  ask: () => Promise<ProviderResult<T>>,
): Promise<ProviderResult<T>> {
  const shutUntil = await store.claimRead(identityId);
  if (shutUntil !== null) {
    const failureClass = 'provider_unavailable' as const;
    return { ok: false, failure: { failureClass, retryAt: shutUntil } };
  }
  const answer = await ask();
  const isAnswered = answer.ok || !isOutage(answer.failure);
  const changed = await store.noteRead(identityId, isAnswered);
  if (changed) tellBreaker(logger, changed);
  return answer;
}

/** A refusal, a limit, a task that is gone: each is an answer. */
function isOutage({ failureClass }: ProviderFailure): boolean {
  return failureClass === 'provider_unavailable';
}
