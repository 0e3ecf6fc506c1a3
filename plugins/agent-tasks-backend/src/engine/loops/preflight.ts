import {
  FailureClass,
  HeldReason,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../../domain/task/task';
import { TaskEventOf } from '../../domain/task/taskEvent';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { byEngine } from '../systemActor';
import { credentialAskOf } from './credentialOf';
import { forEachTask } from './forEachTask';
import { LoopWork } from './Loop';
import { providerOf } from './providerOf';
import { RepositoryFacts } from './RepositoryFacts';

const HOLD_MS = 30_000;

/** What the world says of a task before a claim: facts, a reason to wait, or the end. */
type Findings =
  | {
      kind: 'facts';
      facts: Omit<
        TaskEventOf<'preflighted'>,
        'type' | 'actor' | 'source' | 'approvalDigest'
      >;
    }
  | { kind: 'wait'; reason: HeldReason; until?: number }
  | { kind: 'denied'; failureClass: FailureClass; reason: string };

/**
 * Asks outside, before any transaction, what a claim will rest on: whether entity and requester
 * exist, which repository and branch it is, who acts. Does not start anything.
 */
export function preflight(
  parts: EngineParts,
  wakeDispatch: () => void,
): LoopWork {
  const { store, settings } = parts;
  const repositories = new RepositoryFacts(parts);
  return {
    name: 'preflight',
    idleMs: settings.idleMs,
    async pass() {
      const ids = await store.claimDue('preflight', {
        limit: settings.batch,
        holdForMs: HOLD_MS,
      });
      await forEachTask(parts, 'preflight', ids, id =>
        preflightOne(parts, repositories, id),
      );
      if (ids.length > 0) wakeDispatch();
      return ids.length === settings.batch;
    },
  };
}

async function preflightOne(
  parts: EngineParts,
  repositories: RepositoryFacts,
  taskId: string,
): Promise<void> {
  const loaded = await parts.store.load(taskId);
  if (!loaded) return;
  const findings = await find(parts, repositories, loaded.task);
  await applyEvent(parts, taskId, (task, now) => {
    switch (findings.kind) {
      case 'facts':
        return {
          type: 'preflighted',
          ...byEngine,
          ...findings.facts,
          approvalDigest: task.approvalDigest,
        };
      case 'denied':
        return task.phase === 'queued'
          ? { type: 'denied', ...byEngine, ...findings }
          : null;
      default: {
        if (task.phase !== 'queued') return null;
        const isSame = task.held?.reason === findings.reason;
        const since = isSame && task.held ? task.held.since : now;
        return {
          type: 'heldChanged',
          ...byEngine,
          held: {
            reason: findings.reason,
            since,
            ...(findings.until === undefined ? {} : { until: findings.until }),
          },
        };
      }
    }
  });
}

async function find(
  parts: EngineParts,
  repositories: RepositoryFacts,
  task: Task,
): Promise<Findings> {
  const { people, markers, credentials } = parts;
  if (!(await people.isRequesterKnown(task))) {
    return {
      kind: 'denied',
      failureClass: 'policy_changed',
      reason: 'requester_unknown',
    };
  }
  if (!task.isEntityBound) {
    if (!(await people.isEntityBound(task)))
      return { kind: 'wait', reason: 'entity' };
    const known = await people.of(task);
    await applyEvent(parts, task.id, () => ({
      type: 'entityBound',
      ...byEngine,
      people: known,
    }));
  }
  const ask = credentialAskOf(task);
  const held = await credentials.credential(ask);
  if (held.kind !== 'ready') return { kind: 'wait', reason: 'identity' };
  const provider = providerOf(parts, task.providerId);
  const account = await repositories.account(
    provider,
    held.credential,
    task.held?.reason === 'identity',
  );
  const repository =
    account.ok &&
    (await repositories.repository(provider, held.credential, task));
  const failed = account.ok ? repository : account;
  if (failed && !failed.ok) {
    const { failureClass, retryAt } = failed.failure;
    if (failureClass === 'identity_invalid') {
      await credentials.refused(ask, held.credential);
      return { kind: 'wait', reason: 'identity' };
    }
    return {
      kind: 'wait',
      reason: failureClass === 'rate_limited' ? 'provider' : 'preflight',
      until: retryAt,
    };
  }
  if (!account.ok || !repository || !repository.ok) {
    return { kind: 'wait', reason: 'preflight' };
  }
  const { id, slug, defaultBranch } = repository.value;
  return {
    kind: 'facts',
    facts: {
      repositoryId: id,
      slug,
      baseRef: task.baseRef === 'default' ? defaultBranch : task.baseRef,
      marker: task.marker ?? (await markers.marker(task.id, id)),
      login: account.value.login,
      creatorId: account.value.id,
    },
  };
}
