import {
  StartAsk,
  StartVerdict,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  AgentProvider,
  ProviderCredential,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { backoffMs, START_BACKOFF } from '../../domain/schedule/retrySchedule';
import { markerLine } from '../../domain/prompt/marker';
import { Json } from '../../domain/record/canonicalJson';
import { elapsedMs, Moment } from '../../domain/schedule/elapsedMs';
import { Task } from '../../domain/task/task';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { isDatabaseOutage } from '../isDatabaseOutage';
import { credentialAskOf, credentialOf } from '../loops/credentialOf';
import { providerOf } from '../loops/providerOf';
import { momentOf } from './momentOf';
import { verdictEvent } from './verdictEvent';

const NOT_SENT = { kind: 'notSent', reason: 'guard' } as const;

/**
 * The start protocol. GitHub's POST takes no idempotency key, so nobody can start exactly once;
 * this starts at most once, and loses nothing:
 *
 * 1. The claim that led here committed the intent, with an epoch and a lease, before anything was
 *    sent. A crash from now on leaves a task in `starting` that the resolver looks for; nothing
 *    sends it again.
 * 2. The guard is asked as the last statement before the network. A process that was paused past
 *    its lease sends nothing, nor does one whose machine was suspended, or whose clock was set.
 * 3. One request, no retry anywhere. The last line of the prompt is the marker.
 * 4. The verdict is saved under the epoch of the claim. Only proof that nothing was created
 *    (`notSent`, `turnedAway`) brings the task back to the queue; whatever is unclear goes to the
 *    resolver, which looks and never sends.
 *
 * @param save - given how to save the verdict; may do so later than now
 */
export async function startTask(
  parts: EngineParts,
  task: Task,
  claimedAt: Moment,
  save: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
  const provider = providerOf(parts, task.providerId);
  const verdict = await send(parts, provider, task, claimedAt);
  parts.meter.startVerdict(verdict.kind);
  await save(() => saveVerdict(parts, task, verdict));
}

/** May be called again where it failed: a verdict that was saved is a verdict without effect then. */
async function saveVerdict(
  parts: EngineParts,
  task: Task,
  verdict: StartVerdict,
): Promise<void> {
  await keepIdentityFacts(parts, task, verdict);
  await applyEvent(
    parts,
    task.id,
    (current, now) =>
      verdictEvent(current, task.epoch, verdict, {
        now,
        retryAt:
          now + backoffMs(START_BACKOFF, current.attempts, parts.random()),
      }),
    verdict.kind === 'created' ? (verdict.task.raw as Json) : undefined,
  );
}

async function send(
  parts: EngineParts,
  provider: AgentProvider,
  task: Task,
  claimedAt: Moment,
): Promise<StartVerdict> {
  const { settings } = parts;
  const ready = await readyToSend(parts, task).catch(reason => {
    if (!isDatabaseOutage(reason)) throw reason;
    return NOT_SENT;
  });
  if ('kind' in ready) return ready;
  const needed =
    provider.startTimeoutMs + settings.flightMs + settings.marginMs;
  return provider.start(
    ready.ask,
    ready.credential,
    () => elapsedMs(claimedAt, momentOf(parts)) <= settings.leaseMs - needed,
  );
}

/** What is to be sent, or why nothing is. */
async function readyToSend(
  parts: EngineParts,
  task: Task,
): Promise<
  | { ask: StartAsk; credential: ProviderCredential }
  | Extract<StartVerdict, { kind: 'notSent' }>
> {
  const texts = await parts.store.texts(task.id);
  const held = await credentialOf(parts, task);
  const { repository, marker } = task;
  if (
    held.kind !== 'ready' ||
    !texts ||
    texts.prompt === null ||
    repository.id === null ||
    marker === null
  ) {
    return NOT_SENT;
  }
  if (await isShut(parts, task)) return { kind: 'notSent', reason: 'breaker' };
  const usesModel = task.requestedModel !== 'auto' && !task.isModelDropped;
  return {
    ask: {
      repository: { ...repository, id: repository.id },
      prompt: `${texts.prompt}\n\n${markerLine(marker)}`,
      baseRef: task.baseRef,
      createPullRequest: task.createPullRequest,
      ...(usesModel ? { model: task.requestedModel } : {}),
      ...(task.customAgent === null ? {} : { customAgent: task.customAgent }),
    },
    credential: held.credential,
  };
}

/** It may have opened since the claim, by what others sent meanwhile. */
async function isShut(
  { store }: EngineParts,
  { id, providerId }: Task,
): Promise<boolean> {
  const breaker = await store.breaker({ kind: 'provider', ref: providerId });
  return (
    breaker !== undefined &&
    breaker.state !== 'closed' &&
    breaker.probeTaskId !== id
  );
}

/** What the verdict says about the identity as a whole, for the admission of the others. */
async function keepIdentityFacts(
  { store, credentials, settings }: EngineParts,
  task: Task,
  verdict: StartVerdict,
): Promise<void> {
  const now = await store.now();
  if (verdict.kind === 'turnedAway') {
    await store.saveIdentity(task.identity.id, { nextStartAt: verdict.until });
    return;
  }
  if (
    verdict.kind === 'refused' &&
    verdict.failureClass === 'identity_invalid'
  ) {
    const ask = credentialAskOf(task);
    const held = await credentials.credential(ask);
    if (held.kind === 'ready') await credentials.refused(ask, held.credential);
    await store.saveIdentity(task.identity.id, { invalidSince: now });
    return;
  }
  await store.saveIdentity(task.identity.id, {
    nextStartAt: now + settings.paceMs,
  });
}
