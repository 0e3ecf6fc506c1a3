import { EvidencePart } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { matchesAny } from '../policy/textGlob';
import { AgentReport, missingParts } from '../prompt/agentReport';
import { ScopeReport } from '../prompt/changeScope';
import { Task } from '../task/task';
import { hasEnded, openPullRequest } from '../task/taskProgress';
import { EVIDENCE_FLAGS, EvidenceFlag } from './evidenceFlag';

/** What was read of the work, beside the task's own record. */
export interface Evidence {
  scope: ScopeReport;
  report: AgentReport | null;
  requiredParts: readonly EvidencePart[];
  /** What the policy allows; null: any. */
  allowedModels: readonly string[] | null;
  /** The requester's login at the provider; null when nobody knows it. */
  requesterLogin: string | null;
}

/** The marks that a task deserves by what is seen now, in the order of the list. */
export function evidenceFlags(task: Task, evidence: Evidence): EvidenceFlag[] {
  const { scope, report, requiredParts, allowedModels } = evidence;
  const isThere: Record<EvidenceFlag, boolean> = {
    out_of_scope_files: scope.flags.includes('out_of_scope_files'),
    too_large: scope.flags.includes('too_large'),
    unexpected_branch: task.pullRequests.some(
      ({ baseRef }) => task.baseRef !== 'default' && baseRef !== task.baseRef,
    ),
    model_outside_policy:
      allowedModels !== null &&
      task.reported.sessions.some(
        ({ model }) =>
          model !== undefined &&
          model !== 'auto' &&
          !matchesAny(allowedModels, model),
      ),
    report_missing:
      hasEnded(task) &&
      openPullRequest(task) !== undefined &&
      missingParts(report, requiredParts).length > 0,
    self_reviewed: isSelfReviewed(task, evidence.requesterLogin),
  };
  return EVIDENCE_FLAGS.filter(flag => isThere[flag]);
}

/**
 * With a shared token the provider takes the requester for somebody else and counts their approval;
 * we do not.
 */
function isSelfReviewed(task: Task, login: string | null): boolean {
  if (task.identity.type !== 'token' || login === null) return false;
  return task.pullRequests.some(
    ({ approvedBy }) =>
      approvedBy.length > 0 &&
      approvedBy.every(name => name.toLowerCase() === login.toLowerCase()),
  );
}
