import { Task } from '../../domain/task/task';
import { approvalDigestOf } from '../approvalDigestOf';
import { AdmissionRules } from '../ports/AdmissionRules';

type Drift = Pick<AdmissionRules, 'drift'>;

/** What a yes to this task, as it would start now, binds to. */
export function approvalDigestNow(rules: Drift, task: Task): string {
  const today = rules.drift({ ...task, approval: null });
  return today.kind === 'approve' ? today.digest : approvalDigestOf(task);
}

/** Whether today's policy lets the task go on in a repository that was renamed. */
export function isAllowedAs(rules: Drift, task: Task, slug: string): boolean {
  const renamed: Task = {
    ...task,
    repository: { ...task.repository, slug },
    // What was decided for the old name says nothing about the new one.
    policy: { ...task.policy, digest: '' },
  };
  return rules.drift(renamed).kind !== 'deny';
}
