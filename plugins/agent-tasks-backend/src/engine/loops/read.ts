import { Json } from '../../domain/record/canonicalJson';
import { backoffMs, READ_BACKOFF } from '../../domain/schedule/retrySchedule';
import { applyEvent } from '../applyEvent';
import { readGuarded } from '../breakers/readGuarded';
import { EngineParts } from '../EngineParts';
import { byProvider } from '../systemActor';
import { credentialAskOf } from './credentialOf';
import { forEachTask } from './forEachTask';
import { LoopWork } from './Loop';
import { providerOf } from './providerOf';

const HOLD_MS = 30_000;
const GONE = [403, 404, 410];

/** Reads tasks by id: the only thing that may change what is recorded of them. */
export function read(parts: EngineParts): LoopWork {
  const { store, settings } = parts;
  return {
    name: 'read',
    idleMs: settings.idleMs,
    async pass() {
      const ids = await store.claimDue('read', {
        limit: settings.batch,
        holdForMs: HOLD_MS,
      });
      await forEachTask(parts, 'read', ids, id => readOne(parts, id));
      return ids.length === settings.batch;
    },
  };
}

async function readOne(parts: EngineParts, taskId: string): Promise<void> {
  const { store, credentials, logger } = parts;
  const loaded = await store.load(taskId);
  const providerTaskId = loaded?.task.providerTaskId;
  if (!loaded || !providerTaskId) return;
  const { task, now: sentAt } = loaded;
  const ask = credentialAskOf(task);
  const held = await credentials.credential(ask);
  const answer =
    held.kind === 'ready'
      ? await readGuarded(parts, task.identity.id, () =>
          providerOf(parts, task.providerId).read(
            providerTaskId,
            held.credential,
          ),
        )
      : {
          ok: false as const,
          failure: { failureClass: 'identity_invalid' as const },
        };
  if (answer.ok) {
    await applyEvent(
      parts,
      taskId,
      () => ({
        type: 'observed',
        ...byProvider,
        providerTask: answer.value,
        sentAt,
      }),
      answer.value.raw as Json,
    );
    return;
  }
  const { failure } = answer;
  if (held.kind === 'ready' && failure.failureClass === 'identity_invalid') {
    await credentials.refused(ask, held.credential);
  }
  logger.warn('A task could not be read and is tried again', {
    taskId,
    identity: task.identity.id,
    failureClass: failure.failureClass,
  });
  await applyEvent(parts, taskId, (current, now) => ({
    type: 'readFailed',
    ...byProvider,
    // A rate limit is a 403 too, and says nothing about the task.
    isGone:
      GONE.includes('status' in failure ? failure.status ?? 0 : 0) &&
      failure.failureClass !== 'rate_limited',
    failureClass: failure.failureClass,
    retryAt: Math.max(
      'retryAt' in failure ? failure.retryAt ?? 0 : 0,
      now + backoffMs(READ_BACKOFF, staleRounds(current, now), parts.random()),
    ),
  }));
}

/** How long it has been failing, counted in doublings of the first wait. */
function staleRounds(
  { staleSince }: { staleSince: number | null },
  now: number,
): number {
  const staleMs = staleSince === null ? 0 : now - staleSince;
  return 1 + Math.floor(Math.log2(1 + staleMs / READ_BACKOFF.first));
}
