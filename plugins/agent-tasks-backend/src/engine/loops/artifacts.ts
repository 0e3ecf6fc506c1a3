import { ProviderPullRequest } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { RecordedPullRequest } from '../../domain/observation/mergePullRequests';
import { agentReportIn } from '../../domain/prompt/agentReport';
import { scopeReport, ScopeReport } from '../../domain/prompt/changeScope';
import { Task } from '../../domain/task/task';
import { EvidenceFlag } from '../../domain/outcome/evidenceFlag';
import { hasEnded } from '../../domain/task/taskProgress';
import { applyEvent } from '../applyEvent';
import { EngineParts } from '../EngineParts';
import { byProvider } from '../systemActor';
import { credentialOf } from './credentialOf';
import { LoopWork } from './Loop';
import { providerOf } from './providerOf';
import { scopeOf } from './scopeOf';

const HOLD_MS = 60_000;

/** Reads the pull requests of tasks: many in one request per identity. */
export function artifacts(parts: EngineParts): LoopWork {
  const { store, settings } = parts;
  return {
    name: 'artifacts',
    idleMs: settings.idleMs,
    async pass() {
      const ids = await store.claimDue('artifacts', {
        limit: settings.batch,
        holdForMs: HOLD_MS,
      });
      const loaded = await Promise.all(ids.map(id => store.load(id)));
      const tasks = loaded.flatMap(one => (one ? [one.task] : []));
      await Promise.all(
        [...byIdentity(tasks).values()].map(group => readGroup(parts, group)),
      );
      return ids.length === settings.batch;
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

async function readGroup(parts: EngineParts, tasks: Task[]): Promise<void> {
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
  for (const task of tasks) {
    const own = answer.value.filter(({ databaseId }) =>
      task.reported.artifacts.some(
        artifact =>
          artifact.type === 'pull_request' &&
          artifact.databaseId === databaseId,
      ),
    );
    const pullRequests: RecordedPullRequest[] = [];
    const flags = new Set<EvidenceFlag>();
    for (const pullRequest of own) {
      const report = await scopeReportOf(parts, task, pullRequest);
      const { untrustedBody, ...facts } = pullRequest;
      pullRequests.push({ ...facts, outOfScope: report.outOfScope, sentAt });
      report.flags.forEach(flag => flags.add(flag));
      // The report is the last thing the agent writes.
      if (hasEnded(task) && !agentReportIn(untrustedBody ?? '')) {
        flags.add('report_missing');
      }
    }
    await applyEvent(parts, task.id, () => ({
      type: 'artifactsRead',
      ...byProvider,
      pullRequests,
      flags: [...flags],
    }));
  }
}

/** Files are read again only when the pull request has new commits. */
async function scopeReportOf(
  parts: EngineParts,
  task: Task,
  pullRequest: ProviderPullRequest,
): Promise<ScopeReport> {
  const known = task.pullRequests.find(
    ({ databaseId }) => databaseId === pullRequest.databaseId,
  );
  // The flags of what was compared before are on the task already.
  if (known && known.headSha === pullRequest.headSha) {
    return { outOfScope: known.outOfScope, flags: [] };
  }
  const scope = await scopeOf(parts, task);
  const held = await credentialOf(parts, task);
  if (held.kind !== 'ready' || pullRequest.changedFiles === 0) {
    return { outOfScope: [], flags: [] };
  }
  const files = await providerOf(parts, task.providerId).files(
    { repository: task.repository, number: pullRequest.number },
    held.credential,
  );
  return files.ok
    ? scopeReport(scope, files.value)
    : { outOfScope: [], flags: [] };
}
