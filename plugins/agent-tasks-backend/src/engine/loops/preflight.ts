import {
  FailureClass,
  HeldReason,
  ProviderRepository,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../../domain/task/task';
import { TaskEvent, TaskEventOf } from '../../domain/task/taskEvent';
import { applyEvent } from '../applyEvent';
import { approvalDigestNow, isAllowedAs } from '../start/askAgain';
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
  /** The name stands for another repository than the one that was asked for or approved. */
  | { kind: 'replaced'; id: string; slug: string; marker: string }
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
        return preflighted(parts, task, findings.facts);
      case 'replaced':
        return replaced(parts, task, findings);
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

/** While a person is asked, what they are asked about gets as exact as it is known. */
function preflighted(
  { rules }: EngineParts,
  task: Task,
  facts: Extract<Findings, { kind: 'facts' }>['facts'],
): TaskEvent {
  const { repositoryId: id, slug, baseRef } = facts;
  const repository = { ...task.repository, id, slug };
  return {
    type: 'preflighted',
    ...byEngine,
    ...facts,
    approvalDigest:
      task.phase === 'pending_approval'
        ? approvalDigestNow(rules, { ...task, repository, baseRef })
        : task.approvalDigest,
  };
}

/**
 * A person has to say whether it is meant for this repository too. A task whose marker may have
 * gone out keeps its repository for ever, and so ends.
 */
function replaced(
  { rules }: EngineParts,
  task: Task,
  { id, slug, marker }: Extract<Findings, { kind: 'replaced' }>,
): TaskEvent | null {
  const reason = 'repository_changed';
  if (task.attempts > 0) {
    return task.phase === 'queued'
      ? {
          type: 'denied',
          ...byEngine,
          failureClass: 'repository_not_found',
          reason,
        }
      : null;
  }
  const repository = { ...task.repository, id, slug };
  return {
    type: 'approvalNeeded',
    ...byEngine,
    digest: approvalDigestNow(rules, { ...task, repository }),
    isVoid: task.approval !== null,
    repository: { id, slug },
    marker,
    reason,
  };
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
  if (isReplaced(task, repository.value)) {
    const marker = await markers.marker(task.id, id);
    return { kind: 'replaced', id, slug, marker };
  }
  if (slug !== task.repository.slug && !isAllowedAs(parts.rules, task, slug)) {
    return {
      kind: 'denied',
      failureClass: 'policy_changed',
      reason: 'repository_renamed',
    };
  }
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

/**
 * Another id behind the same name is another repository. Before an id is known, a yes was to the
 * name alone, and holds for what bears that name.
 */
function isReplaced(
  { repository, approval }: Task,
  there: ProviderRepository,
): boolean {
  return repository.id === null
    ? approval !== null && there.slug !== repository.slug
    : there.id !== repository.id;
}
