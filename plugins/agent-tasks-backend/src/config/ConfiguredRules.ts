import { LIMIT_SCOPES } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Candidate } from '../domain/admission/candidate';
import { driftOf } from '../domain/policy/drift';
import { evaluatePolicies } from '../domain/policy/evaluatePolicies';
import { narrowed, Policy } from '../domain/policy/policy';
import { Task } from '../domain/task/task';
import { approvalDigestOf } from '../engine/approvalDigestOf';
import { AdmissionRules } from '../engine/ports/AdmissionRules';
import { AgentTasksConfig } from './AgentTasksConfig';

/** Admission by today's configuration. */
export class ConfiguredRules implements AdmissionRules {
  private readonly byId: ReadonlyMap<string, Policy>;

  /** `providerId`: whose host the shared identities are for. */
  constructor(
    private readonly config: AgentTasksConfig,
    private readonly providerId: string,
  ) {
    this.byId = new Map(
      config.policies.policies.map(policy => [policy.id, policy]),
    );
  }

  candidate(task: Task): Candidate {
    const policy = this.byId.get(task.policy.id);
    const limits = narrowed(this.config.policies.limits, policy?.limits ?? {});
    return {
      task,
      identityKey: task.identity.id,
      windows: policy?.windows ?? [],
      limits: Object.fromEntries(
        LIMIT_SCOPES.flatMap(scope =>
          limits[scope] === undefined ? [] : [[scope, limits[scope]]],
        ),
      ),
    };
  }

  /**
   * Asks the task's policy again where its rules have changed. The catalog cannot be asked in here,
   * so a rule about the entity cannot be decided: then a person is asked.
   */
  drift(task: Task): ReturnType<AdmissionRules['drift']> {
    const today = this.config.policyDigests.get(task.policy.id);
    if (today === task.policy.digest) return { kind: 'same' };
    const policy = this.byId.get(task.policy.id);
    const policies = policy ? [policy] : [];
    const verdict = evaluatePolicies(
      { ...this.config.policies, policies },
      {
        entity: null,
        isEntityOpen: true,
        slug: task.repository.slug,
        baseRef: task.baseRef,
        defaultBranch: null,
        model: task.requestedModel,
        createPullRequest: task.createPullRequest,
        // Whether its location is still trusted is asked when it is used anew.
        template: task.template && {
          ref: task.template.ref,
          isTrusted: true,
          approval: 'policy',
        },
        via: task.via.kind,
      },
    );
    const digest = approvalDigestOf({
      ...task,
      policy: { digest: today ?? '' },
    });
    const drift = driftOf(task, verdict, digest);
    switch (drift.kind) {
      case 'denied':
        return { kind: 'deny', reason: 'policy_changed' };
      case 'approvalNeeded':
        return { kind: 'approve', digest };
      default:
        return verdict.isProvisional && task.approval === null
          ? { kind: 'approve', digest }
          : { kind: 'same' };
    }
  }

  allowedModels(task: Task): readonly string[] | null {
    return this.byId.get(task.policy.id)?.models?.allow ?? null;
  }

  reviewCapacity(): number | undefined {
    return this.config.reviewCapacity ?? undefined;
  }

  exemptOwners(now: number): string[] {
    return this.config.breakerExemptions.flatMap(({ owner, until }) =>
      until > now ? owner : [],
    );
  }

  identities(): ReturnType<AdmissionRules['identities']> {
    return this.config.identities.map(({ id, host }) => ({
      id,
      host,
      provider: this.providerId,
    }));
  }
}
