import {
  HeldReason,
  LimitScope,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { windowAt } from '../policy/timeWindow';
import { isPreflightValid } from '../task/guardOf';
import { AdmissionFacts, Breaker, Budget, Candidate, Hold } from './candidate';
import { CounterKey, flightKeysOf } from './counting';
import { freezeOver, freezeSubjectOf } from './freeze';

type Check = (candidate: Candidate, facts: AdmissionFacts) => Hold | null;

/**
 * What is asked, in the order of the vocabulary: first what belongs to the task, then orders and
 * faults, then whose turn it is. The first that says no is what people are told.
 */
const CHECKS: Record<HeldReason, Check> = {
  entity: ({ task }) => (task.isEntityBound ? null : { reason: 'entity' }),
  // A preflight that only grew old is renewed on the way; one that failed holds until it works.
  preflight: ({ task }, { now }) => {
    const { held, preflightAt } = task;
    // What it found of the identity says more than that it failed.
    const found = held?.reason === 'identity' ? held : undefined;
    const hasFailed = found !== undefined || held?.reason === 'preflight';
    if (preflightAt !== null && !(hasFailed && !isPreflightValid(task, now))) {
      return null;
    }
    return found
      ? hold('identity', { ref: found.ref, until: null })
      : { reason: 'preflight' };
  },
  frozen: ({ task }, { freezes, now }) => {
    const freeze = freezeOver(freezeSubjectOf(task), freezes, now);
    return freeze && hold('frozen', { ref: freeze.id, until: freeze.until });
  },
  breaker: (candidate, { breakers }) => {
    const open = breakers.find(
      item => item.probes < 1 && breaks(item, candidate),
    );
    return open
      ? hold('breaker', { ref: open.scope.ref, until: open.until })
      : null;
  },
  window: ({ windows }, { now }) => {
    const window = windowAt(windows, now);
    return window.isOpen ? null : hold('window', { until: window.opensAt });
  },
  identity: ({ identityKey, task }, { identities }) =>
    identities.get(identityKey)?.state === 'ready'
      ? null
      : { reason: 'identity', ref: task.identity.id },
  provider: ({ identityKey, task }, { identities, now, pace }) => {
    const until = Math.max(
      task.nextStartAt ?? 0,
      identities.get(identityKey)?.nextStartAt ?? 0,
    );
    if (until <= now) return null;
    // Our own pace moves on with every start: said, it would change every waiting task each time.
    return hold('provider', { until: until - now > pace ? until : null });
  },
  budget: (candidate, { budgets }) => {
    const cost = candidate.task.estimatedCost ?? 0;
    const empty = budgets.find(
      item =>
        isOnBudget(item, candidate) &&
        (item.used >= item.limit || item.used + cost > item.limit),
    );
    return empty
      ? {
          reason: 'budget',
          ref: empty.ref,
          used: empty.used,
          limit: empty.limit,
          until: empty.until,
        }
      : null;
  },
  review_capacity: ({ task }, { capacity }) => {
    if (!task.createPullRequest) return null;
    for (const ref of task.people.owners) {
      const place = capacity.get(ref);
      if (place && place.used >= place.limit) {
        return { reason: 'review_capacity', ref, ...place };
      }
    }
    return null;
  },
  owner_limit: (candidate, facts) => overLimit('owner', candidate, facts),
  organization_limit: (candidate, facts) =>
    overLimit('organization', candidate, facts),
  repository_limit: (candidate, facts) =>
    overLimit('repository', candidate, facts),
  requester_limit: (candidate, facts) =>
    overLimit('requester', candidate, facts),
};

/** Why this task may not start now; null when nothing says no. */
export function holdOf(
  candidate: Candidate,
  facts: AdmissionFacts,
): Hold | null {
  for (const check of Object.values(CHECKS)) {
    const held = check(candidate, facts);
    if (held) return held;
  }
  return null;
}

/** The order in which admission asks. */
export const HOLD_ORDER = Object.keys(CHECKS) as HeldReason[];

export function breaks(
  breaker: Breaker,
  { task }: Pick<Candidate, 'task'>,
): boolean {
  if (task.people.owners.some(ref => breaker.exemptOwners.includes(ref))) {
    return false;
  }
  return breaker.scope.kind === 'provider'
    ? breaker.scope.ref === task.providerId
    : breaker.scope.ref === task.template?.ref;
}

export function isOnBudget(
  { scope, ref }: Budget,
  { task }: Candidate,
): boolean {
  switch (scope) {
    case 'owner':
      return task.people.owners.includes(ref);
    case 'organization':
      return task.repository.slug.split('/')[0] === ref;
    case 'requester':
      return task.requester.ref === ref;
    case 'template':
      return task.template?.ref === ref;
    default:
      return scope satisfies never;
  }
}

export function limitKeysOf({ task }: Candidate): CounterKey[] {
  return [
    ...task.people.owners.map((owner): CounterKey => `owner:${owner}`),
    ...flightKeysOf(task),
  ];
}

function overLimit(
  scope: LimitScope,
  candidate: Candidate,
  { inFlight }: AdmissionFacts,
): Hold | null {
  const limit = candidate.limits[scope];
  if (limit === undefined) return null;
  for (const key of limitKeysOf(candidate)) {
    const used = inFlight.get(key) ?? 0;
    if (key.startsWith(`${scope}:`) && used >= limit) {
      const ref = key.slice(scope.length + 1);
      return { reason: `${scope}_limit`, ref, used, limit };
    }
  }
  return null;
}

function hold(
  reason: HeldReason,
  { ref, until }: { ref?: string; until: number | null },
): Hold {
  return {
    reason,
    ...(ref === undefined ? {} : { ref }),
    ...(until === null ? {} : { until }),
  };
}
