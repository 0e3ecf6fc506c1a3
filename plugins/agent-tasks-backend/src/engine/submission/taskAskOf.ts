import { millisecondsOf } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { PolicyVerdict } from '../../domain/policy/evaluatePolicies';
import { PolicyTerms } from '../../domain/policy/policy';
import { timeLimitsOf } from '../../domain/policy/timeLimitsOf';
import { TaskAsk, TaskTerms, TaskVia } from '../../domain/task/taskAsk';
import { approvalDigestOf } from '../approvalDigestOf';
import { digestOf } from '../digestOf';
import { ApprovedTemplate } from '../ports/Templates';
import { RunWish } from './askPolicy';
import { Subject } from './findSubject';
import { RunAgain, SubmissionAsk } from './SubmissionAsk';
import { SubmissionParts } from './SubmissionParts';

const HOUR_MS = 3_600_000;

/** What a task consists of once everything has been looked at. */
export interface TaskMaterial {
  template: ApprovedTemplate | null;
  subject: Subject;
  wish: RunWish;
  /** Allowed, or a person is to be asked. */
  verdict: PolicyVerdict & {
    policy: NonNullable<PolicyVerdict['policy']>;
    terms: PolicyTerms;
  };
  prompt: string;
  again: RunAgain | null;
}

/** The task as it will be stored. */
export async function taskAskOf(
  parts: Pick<SubmissionParts, 'people' | 'directory' | 'settings' | 'newId'>,
  ask: SubmissionAsk,
  { template, subject, wish, verdict, prompt, again }: TaskMaterial,
): Promise<TaskAsk> {
  const { caller, body } = ask;
  const { policy, terms } = verdict;
  const identity = parts.settings.identities.find(
    ({ id }) => id === terms.identityId,
  );
  const requester = { ref: caller.ref, type: caller.type };
  const people = await parts.people.find({
    entity: subject.entity,
    requester,
    approvers: terms.approvers,
    reviewers: template?.spec.run?.reviewers ?? 'owner',
    identityId: terms.identityId,
  });
  const [group] =
    caller.type === 'user' ? await parts.directory.groupsOf(caller.ref) : [];
  const asked = {
    repository: subject.repository,
    baseRef: again?.continueFrom ?? wish.baseRef,
    requestedModel: terms.model,
    createPullRequest: terms.createPullRequest,
    promptDigest: digestOf(prompt),
    identity: {
      id: terms.identityId,
      type: identity?.type ?? 'token',
      login: null,
    },
    policy: {
      ...policy,
      digest: parts.settings.policyDigests.get(policy.id) ?? '',
      result: verdict.result === 'ask' ? ('ask' as const) : ('allow' as const),
      fourEyes: terms.fourEyes,
    },
  };
  return {
    ...asked,
    id: parts.newId(),
    title: body.title ?? template?.title ?? 'Agent task',
    entityRef: subject.entityRef,
    isEntityBound: !subject.isEntityOpen,
    customAgent: template?.spec.run?.customAgent ?? null,
    template: template && {
      ref: template.ref,
      version: template.version,
      digest: template.digest,
    },
    approvalDigest: approvalDigestOf(asked),
    requester,
    via: viaOf(ask),
    terms: termsOf(template, terms),
    providerId: subject.providerId,
    priority: body.priority ?? 0,
    fairKey: group ?? caller.ref,
    estimatedCost: template?.spec.estimate?.credits ?? null,
    parentTaskId: again?.parentTaskId ?? null,
    people,
  };
}

function viaOf({ caller, body }: SubmissionAsk): TaskVia {
  return {
    kind: caller.via,
    ref: body.origin?.ref ?? caller.plugin,
    run: body.origin?.run ?? null,
  };
}

function termsOf(
  template: ApprovedTemplate | null,
  terms: PolicyTerms,
): TaskTerms {
  const { success, requiredChecks, routing, rollback, run } =
    template?.spec ?? {};
  return {
    success: success ?? 'merged',
    requiredChecks: requiredChecks ?? [],
    routing: {
      remindAfter: lengthOf(routing?.remindAfter) ?? 4 * HOUR_MS,
      escalateAfter: lengthOf(routing?.escalateAfter) ?? 24 * HOUR_MS,
      escalateTo: routing?.escalateTo ?? null,
    },
    timeLimits: timeLimitsOf(terms.timeouts, lengthOf(run?.timeout)),
    rollback: rollback ?? [],
    fallbackWithoutModel: terms.fallbackWithoutModel,
  };
}

function lengthOf(duration: string | undefined): number | null {
  return duration === undefined ? null : millisecondsOf(duration) ?? null;
}
