import {
  AgentProvider,
  ProviderCredential,
  TaskHint,
} from '@agent-tasks/backstage-plugin-agent-tasks-node';
import { Lane, LANES } from '../../domain/schedule/lane';
import { sweepPaceMs } from '../../domain/schedule/sweepPace';
import { Task } from '../../domain/task/task';
import { readGuarded } from '../breakers/readGuarded';
import { FollowedByIdentity } from '../../store/TaskStore';
import { EngineParts } from '../EngineParts';
import { forgottenAmong } from '../restore/forgottenAmong';
import { recoverStarts } from '../restore/recoverStarts';
import { inTurn } from './inTurn';
import { LoopWork } from './Loop';
import { providerOf } from './providerOf';

/** Sweeps overlap by this much, because listings lag behind what they list. */
const OVERLAP_MS = 60_000;
/** A first look that failed is tried again after this. */
const LOOK_AGAIN_MS = 10_000;

/**
 * One listing per identity tells which of its tasks changed, whatever their number; only those are
 * then read. So requests grow with changes, not with tasks. What a listing shows and no record knows
 * is looked at too: a restored database has forgotten what it started.
 */
export function sweep(parts: EngineParts, wakeReads: () => void): LoopWork {
  return {
    name: 'sweep',
    idleMs: parts.settings.idleMs,
    async pass() {
      const followed = await parts.store.followed();
      const lanes = parts.rules
        .identities()
        .flatMap(identity => LANES.map(lane => ({ identity, lane })));
      const touched = await inTurn(
        lanes,
        parts.settings.batch,
        ({ identity, lane }) => sweepLane(parts, identity, lane, followed),
      );
      if (touched.some(count => count > 0)) wakeReads();
      return false;
    },
  };
}

async function sweepLane(
  parts: EngineParts,
  identity: { id: string; host: string; provider: string },
  lane: Lane,
  followed: FollowedByIdentity,
): Promise<number> {
  const { lookBack } = parts;
  const active = followed.get(identity.id);
  const isOpen = lookBack.isOpen(identity.id, lane);
  if (isOpen || active === undefined) {
    // Each process looks back for itself: what another one saw may have been before a restore. No
    // turn is claimed, because the first task that starts must not wait for its end.
    const now = parts.monotonic();
    if (!lookBack.mayTry(identity.id, lane, now)) return 0;
    const pauseMs = isOpen ? LOOK_AGAIN_MS : parts.settings.lookBackMs;
    lookBack.tried(identity.id, lane, now + pauseMs);
  } else {
    if (!active.dueLanes.includes(lane)) return 0;
    const holdForMs = sweepPaceMs(parts.settings, {
      lane,
      youngestMs: active.youngestMs,
      identities: followed.size,
    });
    const isOurTurn = await parts.store.claimSweep(
      identity.id,
      lane,
      holdForMs,
    );
    if (!isOurTurn) return 0;
  }
  const ask = { identityId: identity.id, host: identity.host };
  const held = await parts.credentials.credential(ask);
  if (held.kind !== 'ready') return 0;
  const provider = providerOf(parts, identity.provider);
  return sweepWith(parts, provider, held.credential, lane);
}

async function sweepWith(
  parts: EngineParts,
  provider: AgentProvider,
  credential: ProviderCredential,
  lane: Lane,
): Promise<number> {
  const { store, logger, lookBack } = parts;
  const { identityId } = credential;
  const known = await store.identity(identityId);
  const now = await store.now();
  const since =
    (lane === 'live' ? known?.liveSince : known?.archivedSince) ??
    (await store.installation()).createdAt;
  const swept = await readGuarded(parts, identityId, () =>
    provider.changes(since - OVERLAP_MS, credential, lane),
  );
  if (!swept.ok) {
    logger.warn('A sweep failed and is tried again', {
      identity: identityId,
      lane,
      failureClass: swept.failure.failureClass,
    });
    return 0;
  }
  const { hints, complete } = swept.value;
  const tasks = await store.loadByProviderIds(
    provider.id,
    hints.map(({ taskId }) => taskId),
  );
  const forgotten = await forgottenAmong(
    parts,
    lookBack,
    provider,
    credential,
    hints.filter(hint => !taskOf(tasks, hint)),
  );
  if (!forgotten) return 0;
  await recoverStarts(parts, forgotten);
  lookBack.done(identityId, lane);
  const news = hints.filter(hint => tellsMore(hint, taskOf(tasks, hint)));
  const touched = await store.hintReads(
    'read',
    news.map(({ taskId }) => ({ providerTaskId: taskId })),
  );
  // An early end must not skip what it did not reach.
  const newest = complete
    ? Math.max(since, ...hints.map(({ updatedAt }) => updatedAt ?? 0))
    : since;
  await store.saveIdentity(identityId, {
    lastSweptAt: now,
    ...(lane === 'live' ? { liveSince: newest } : { archivedSince: newest }),
  });
  return touched;
}

function taskOf(tasks: Task[], hint: TaskHint): Task | undefined {
  return tasks.find(({ providerTaskId }) => providerTaskId === hint.taskId);
}

/** A row that says no more than what was read already brings no read forward. */
function tellsMore(hint: TaskHint, task: Task | undefined): boolean {
  if (!task) return false;
  const key = task.reported.state?.key;
  return (
    hint.state !== task.providerState ||
    (hint.updatedAt ?? 0) > (key?.changedAt ?? 0) ||
    (hint.sessionCount ?? 0) > (key?.sessions ?? 0)
  );
}
