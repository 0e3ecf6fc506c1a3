import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { EntityFacts } from '../../domain/policy/entityFilter';
import {
  evaluatePolicies,
  PolicyVerdict,
} from '../../domain/policy/evaluatePolicies';
import { ApprovedTemplate } from '../ports/Templates';
import { Subject } from './findSubject';
import { SubmissionAsk } from './SubmissionAsk';
import { SubmissionParts, SubmissionSettings } from './SubmissionParts';

/** What was asked for, before the policy has filled in what was left open. */
export interface RunWish {
  baseRef: string;
  model: string | null;
  createPullRequest: boolean | null;
}

export function runWishOf(
  { body }: SubmissionAsk,
  template: ApprovedTemplate | null,
): RunWish {
  const run = template?.spec.run;
  return {
    baseRef: body.baseRef ?? run?.baseRef ?? 'default',
    model: body.model ?? run?.model ?? null,
    createPullRequest: body.createPullRequest ?? run?.pullRequest ?? null,
  };
}

export function askPolicy(
  { settings }: Pick<SubmissionParts, 'settings'>,
  { caller }: SubmissionAsk,
  template: ApprovedTemplate | null,
  subject: Subject,
  wish: RunWish,
): PolicyVerdict {
  return evaluatePolicies(settings.policies, {
    ...wish,
    entity: subject.entity as unknown as EntityFacts | null,
    isEntityOpen: subject.isEntityOpen,
    slug: subject.repository.slug,
    defaultBranch: null,
    template: template && {
      ref: template.ref,
      isTrusted: template.isTrusted,
      approval: template.spec.approval ?? 'policy',
    },
    via: caller.via,
  });
}

/** Why the policies say no; null when they do not. */
export function policyError(
  settings: SubmissionSettings,
  verdict: PolicyVerdict,
): AgentTasksError | null {
  const { code, policy, trace } = verdict;
  if (code === null) return null;
  if (policy === null) {
    const isEmpty = settings.policies.policies.length === 0;
    const reason = isEmpty ? 'none_configured' : 'none_matches';
    return new AgentTasksError(
      'POLICY_DENIED',
      { reason },
      { details: { trace } },
    );
  }
  const values = { policyId: policy.id, policyVersion: policy.version };
  const rules = settings.policies.policies.find(({ id }) => id === policy.id);
  switch (code) {
    case 'POLICY_DENIED':
      return new AgentTasksError(
        code,
        { reason: 'denied', ...values },
        { details: { trace } },
      );
    case 'MODEL_NOT_ALLOWED':
      return new AgentTasksError(code, values, {
        details: { allowed: rules?.models?.allow ?? [] },
      });
    case 'PULL_REQUEST_NOT_ALLOWED':
      return new AgentTasksError(code, {
        ...values,
        mode: rules?.pullRequest === 'require' ? 'require' : 'forbid',
      });
    default:
      return new AgentTasksError(code, values);
  }
}

/** Whether the identity that would act is for this repository at all; null when it is. */
export function identityError(
  { identities }: SubmissionSettings,
  { policy, terms }: PolicyVerdict,
  { repository }: Subject,
): AgentTasksError | null {
  if (policy === null || terms === null) return null;
  const identity = identities.find(({ id }) => id === terms.identityId);
  const [organization] = repository.slug.split('/');
  const isForIt =
    identity?.host === repository.host &&
    (identity.organizations === null ||
      identity.organizations.includes(organization));
  return isForIt
    ? null
    : new AgentTasksError('REPOSITORY_NOT_ALLOWED', {
        policyId: policy.id,
        policyVersion: policy.version,
      });
}
