import {
  ApprovalMode,
  IdentityType,
  LimitScope,
  PullRequestMode,
  StandingRequirement,
  ViaKind,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { TimeLimits } from '../task/taskAsk';
import { EntityFacts, EntityFilter } from './entityFilter';
import { TimeWindow } from './timeWindow';

/** What a policy applies to. What is left out means any; `via` left out: portal and scaffolder. */
export interface PolicyMatch {
  kinds?: string[];
  types?: string[];
  filter?: EntityFilter;
  organizations?: string[];
  repositories?: string[];
  templates?: string[];
  via?: ViaKind[];
}

/** How many, at most: of tasks in flight per scope, waiting, and asked for. */
export type PolicyLimits = Partial<Record<LimitScope, number>> & {
  queued?: number;
  perRequesterPerDay?: number;
  viaAction?: number;
};

/** `owner`, or entity references. */
export type Approvers = 'owner' | string[];

/** A rule set of the configuration, parsed: durations are milliseconds. */
export interface Policy {
  id: string;
  version: number;
  match?: PolicyMatch;
  repositories?: { deny?: string[] };
  /** `default` for the default branch, or patterns. */
  baseRefs?: string[];
  models?: {
    allow?: string[];
    default?: string;
    fallbackWithoutModel?: boolean;
  };
  pullRequest?: PullRequestMode;
  freeform?: boolean;
  untrustedTemplates?: boolean;
  requesterMust?: StandingRequirement;
  approval?: { required?: boolean; by?: Approvers; fourEyes?: boolean };
  /** Id of the identity that acts. */
  identity: string;
  limits?: PolicyLimits;
  timeouts?: Partial<Omit<TimeLimits, 'settleBy'>>;
  windows?: TimeWindow[];
}

/** What is asked of the policies. Everything is data that was read before. */
export interface PolicyAsk {
  /** null: no entity was named, or the catalog does not know it yet. */
  entity: EntityFacts | null;
  /** An entity was named that the catalog does not know yet. */
  isEntityOpen: boolean;
  /** `owner/name`, lower case. */
  slug: string;
  /** `default`, or a branch. */
  baseRef: string;
  /** null until a preflight has read it. */
  defaultBranch: string | null;
  /** null: whatever the policy has as default. */
  model: string | null;
  createPullRequest: boolean | null;
  /** null: a prompt of one's own. */
  template: {
    ref: string;
    isTrusted: boolean;
    approval: ApprovalMode;
  } | null;
  via: ViaKind;
}

/** What an allowed task goes by. */
export interface PolicyTerms {
  identityId: string;
  model: string;
  fallbackWithoutModel: boolean;
  createPullRequest: boolean;
  requesterMust: StandingRequirement;
  approvers: Approvers;
  fourEyes: boolean;
  limits: PolicyLimits;
  timeouts: Partial<Omit<TimeLimits, 'settleBy'>>;
  windows: TimeWindow[];
}

/** What surrounds the policies in the configuration. */
export interface PolicySetting {
  policies: readonly Policy[];
  limits: PolicyLimits;
  identityTypes: Readonly<Record<string, IdentityType>>;
}

/** The smaller limit wins: a policy can only narrow what the configuration allows. */
export function narrowed(a: PolicyLimits, b: PolicyLimits): PolicyLimits {
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as Set<
    keyof PolicyLimits
  >;
  return Object.fromEntries(
    [...keys].map(key => [
      key,
      Math.min(a[key] ?? Infinity, b[key] ?? Infinity),
    ]),
  );
}
