import {
  IdentityType,
  PolicyResult,
  RequesterType,
  RollbackStep,
  SuccessCondition,
  ViaKind,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** Where the work is done. The id is learnt by the first preflight and never changes after. */
export interface TaskRepository {
  host: string;
  /** `owner/name`, lower case; may follow a rename, unlike the id. */
  slug: string;
  url: string;
  id: string | null;
}

/** Who asked, and through what. */
export interface TaskRequester {
  ref: string;
  type: RequesterType;
}

export interface TaskVia {
  kind: ViaKind;
  ref: string | null;
  run: string | null;
}

/** Whose token acts at the provider. `login` is known after the first preflight. */
export interface TaskIdentity {
  id: string;
  type: IdentityType;
  login: string | null;
}

/** The template as pinned at submit; the spec itself is kept under this version and digest. */
export interface TemplatePin {
  ref: string;
  version: string;
  digest: string;
}

/** The policy that allowed the task, with what it said then. */
export interface PolicySnapshot {
  id: string;
  version: number;
  digest: string;
  result: Exclude<PolicyResult, 'deny'>;
  fourEyes: boolean;
}

/** When people are told again, and when a task moves on to somebody else. Milliseconds. */
export interface Routing {
  remindAfter: number;
  escalateAfter: number;
  escalateTo: string | null;
}

/** How long a task may stay where it is, in milliseconds. */
export interface TimeLimits {
  queued: number;
  approval: number;
  running: number;
  waitingForUser: number;
  /** How long an outcome may stay pending after the end. */
  settleBy: number;
}

/** What template and policy promised at submit; a task is judged by this, whatever changes later. */
export interface TaskTerms {
  success: SuccessCondition;
  requiredChecks: string[];
  routing: Routing;
  timeLimits: TimeLimits;
  rollback: RollbackStep[];
  /** Whether a start may be repeated once without the model, after the provider refused it. */
  fallbackWithoutModel: boolean;
}

/** What was asked and allowed: fixed at submit, except where a field says otherwise. */
export interface TaskAsk {
  id: string;
  title: string;
  entityRef: string | null;
  /** False while the catalog does not know the entity yet; becomes true once, never false again. */
  isEntityBound: boolean;
  repository: TaskRepository;
  /** A branch, or `default` until a preflight has resolved it. */
  baseRef: string;
  /** `auto` leaves the choice to the provider. */
  requestedModel: string;
  customAgent: string | null;
  createPullRequest: boolean;
  template: TemplatePin | null;
  promptDigest: string;
  /** What an approval binds to. */
  approvalDigest: string;
  requester: TaskRequester;
  via: TaskVia;
  identity: TaskIdentity;
  policy: PolicySnapshot;
  terms: TaskTerms;
  /** Id of the provider that is to do the work. */
  providerId: string;
  priority: number;
  /** Tasks of one key take turns with those of others. */
  fairKey: string;
  estimatedCost: number | null;
  parentTaskId: string | null;
  people: TaskPeople;
}

/** The people a task may be routed to, as last resolved. Re-resolved on demand and daily. */
export interface TaskPeople {
  owners: string[];
  approvers: string[];
  /** [] means the owners. */
  reviewers: string[];
  operators: string[];
  identityOwners: string[];
  budgetOwners: string[];
  /** Who gets what would reach nobody. */
  fallback: string[];
  /** The owners were nobody, empty or too many; the fallback stands in. The task says so. */
  isOwnerSubstituted: boolean;
}
