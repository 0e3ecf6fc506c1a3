import { Task } from '../../domain/task/task';
import { FollowedByIdentity } from '../../store/TaskStore';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { readEvidence } from '../evidence/readEvidence';
import { byProvider } from '../systemActor';
import { credentialOf } from './credentialOf';
import { LoopWork } from './Loop';
import { providerOf } from './providerOf';

const HOLD_MS = 60_000;
/** As many as one request reads: https://docs.github.com/graphql/reference/queries#nodes */
const BATCH = 100;

/** Reads the pull requests of tasks: many in one request per identity. */
export function artifacts(parts: EngineParts): LoopWork {
  const { store, settings } = parts;
  return {
    name: 'artifacts',
    idleMs: settings.idleMs,
    async pass() {
      const ids = await store.claimDue('artifacts', {
        limit: BATCH,
        holdForMs: HOLD_MS,
      });
      if (ids.length === 0) return false;
      const loaded = await Promise.all(ids.map(id => store.load(id)));
      const tasks = loaded.flatMap(one => (one ? [one.task] : []));
      const followed = await store.followed();
      await Promise.all(
        [...byIdentity(tasks).values()].map(group =>
          readGroup(parts, group, followed),
        ),
      );
      return ids.length === BATCH;
    },
  };
}

function byIdentity(tasks: Task[]): Map<string, Task[]> {
  const groups = new Map<string, Task[]>();
  for (const task of tasks) {
    const { identity, requester, repository, providerId } = task;
    const person = identity.type === 'requester' ? requester.ref : '';
    const key = [providerId, repository.host, identity.id, person].join(' ');
    groups.set(key, [...(groups.get(key) ?? []), task]);
  }
  return groups;
}

async function readGroup(
  parts: EngineParts,
  tasks: Task[],
  followed: FollowedByIdentity,
): Promise<void> {
  const [first] = tasks;
  const held = await credentialOf(parts, first);
  if (held.kind !== 'ready') return;
  const sentAt = await parts.store.now();
  const provider = providerOf(parts, first.providerId);
  const answer = await provider.artifacts(
    tasks.map(({ repository, reported }) => ({
      repository,
      keys: reported.artifacts,
    })),
    held.credential,
  );
  if (!answer.ok) {
    parts.logger.warn('Pull requests could not be read and are tried again', {
      identity: first.identity.id,
      failureClass: answer.failure.failureClass,
    });
    return;
  }
  const count = followed.get(first.identity.id)?.count ?? 0;
  for (const task of tasks) {
    const own = answer.value.filter(({ databaseId }) =>
      task.reported.artifacts.some(
        artifact =>
          artifact.type === 'pull_request' &&
          artifact.databaseId === databaseId,
      ),
    );
    const evidence = await readEvidence(parts, task, own, sentAt);
    // Without an event the claim's hold brings the task back.
    if (evidence === null) continue;
    await applyEvent(parts, task.id, () => ({
      type: 'artifactsRead',
      ...byProvider,
      ...evidence,
      followed: count,
    }));
  }
}
