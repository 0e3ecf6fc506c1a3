import { ProviderPullRequest } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { RecordedPullRequest } from '../../domain/observation/mergePullRequests';
import { EvidenceFlag } from '../../domain/outcome/evidenceFlag';
import { evidenceFlags } from '../../domain/outcome/evidenceFlags';
import { agentReportIn } from '../../domain/prompt/agentReport';
import { scopeReport, ScopeReport } from '../../domain/prompt/changeScope';
import { Task } from '../../domain/task/task';
import { EngineParts } from '../EngineParts';
import { credentialOf } from '../loops/credentialOf';
import { providerOf } from '../loops/providerOf';
import { pinnedTerms, PinnedTerms } from './pinnedTerms';

/** What the pull requests of a task show now. */
export interface EvidenceRead {
  pullRequests: RecordedPullRequest[];
  flags: EvidenceFlag[];
}

/**
 * Compares what was read with what was asked for. Null when the files of a pull request could not
 * be read: half of the evidence must not count as the whole.
 */
export async function readEvidence(
  parts: EngineParts,
  task: Task,
  read: readonly ProviderPullRequest[],
  sentAt: number,
): Promise<EvidenceRead | null> {
  const terms = await pinnedTerms(parts, task);
  const pullRequests: RecordedPullRequest[] = [];
  const scope: ScopeReport = { outOfScope: [], flags: [] };
  for (const pullRequest of read) {
    const report = await scopeReportOf(parts, task, pullRequest, terms);
    if (report === null) return null;
    const { untrustedBody: _untrustedBody, ...facts } = pullRequest;
    pullRequests.push({ ...facts, outOfScope: report.outOfScope, sentAt });
    scope.outOfScope.push(...report.outOfScope);
    scope.flags.push(...report.flags);
  }
  const newest = read[read.length - 1];
  const flags = evidenceFlags(
    { ...task, pullRequests },
    {
      scope,
      report: newest ? agentReportIn(newest.untrustedBody ?? '') : null,
      requiredParts: terms.requiredParts,
      allowedModels: parts.rules.allowedModels(task),
      requesterLogin: await parts.people.loginOf(
        task.requester.ref,
        task.repository.host,
      ),
    },
  );
  return { pullRequests, flags };
}

/** Files are read again only when the pull request has new commits. */
async function scopeReportOf(
  parts: EngineParts,
  task: Task,
  pullRequest: ProviderPullRequest,
  { scope }: PinnedTerms,
): Promise<ScopeReport | null> {
  const known = task.pullRequests.find(
    ({ databaseId }) => databaseId === pullRequest.databaseId,
  );
  // The marks of these commits stand on the task until there are others.
  if (known && known.headSha === pullRequest.headSha) {
    return { outOfScope: known.outOfScope, flags: [] };
  }
  if (pullRequest.changedFiles === 0) return { outOfScope: [], flags: [] };
  const held = await credentialOf(parts, task);
  if (held.kind !== 'ready') return null;
  const files = await providerOf(parts, task.providerId).files(
    { repository: task.repository, number: pullRequest.number },
    held.credential,
  );
  return files.ok ? scopeReport(scope, files.value) : null;
}
