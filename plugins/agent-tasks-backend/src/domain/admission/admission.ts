import { Held } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Task } from '../task/task';
import { isPreflightValid } from '../task/guardOf';
import { AdmissionFacts, Candidate, Hold } from './candidate';
import { CounterKey } from './counting';
import { inFairOrder } from './fairTurns';
import { breaks, holdOf, isOnBudget, limitKeysOf } from './holdOf';

/** What is decided about one candidate. `preflight`: it may start as soon as its facts are fresh. */
export type AdmissionDecision = { task: Task } & (
  | { kind: 'start' }
  | { kind: 'preflight' }
  | { kind: 'held'; held: Held }
);

/**
 * Decides who may start, in fair order, each start counted before the next is asked; so one pass
 * never lets more through than there is room for, and nobody is passed by for want of a preflight
 * that only takes seconds.
 */
export function admit(
  candidates: readonly Candidate[],
  facts: AdmissionFacts,
): AdmissionDecision[] {
  let left = facts;
  return inFairOrder(candidates, facts.turns).map(candidate => {
    const { task } = candidate;
    const hold = holdOf(candidate, left);
    if (hold) {
      return { task, kind: 'held', held: since(hold, task.held, facts.now) };
    }
    left = counted(candidate, left);
    return {
      task,
      kind: isPreflightValid(task, facts.now) ? 'start' : 'preflight',
    };
  });
}

/** A hold that goes on keeps its beginning, or nobody would ever lose patience. */
function since(hold: Hold, before: Held | null, now: number): Held {
  const goesOn = before?.reason === hold.reason && before.ref === hold.ref;
  return { ...hold, since: goesOn ? before.since : now };
}

/** Whether a new hold is worth an event: another reason, another limit, another end. */
export function isOtherHold(before: Held | null, next: Held | null): boolean {
  return (
    before?.reason !== next?.reason ||
    before?.ref !== next?.ref ||
    before?.until !== next?.until
  );
}

/** The facts as they will be once the candidate has started. */
function counted(candidate: Candidate, facts: AdmissionFacts): AdmissionFacts {
  const { task, identityKey } = candidate;
  const cost = task.estimatedCost ?? 0;
  return {
    ...facts,
    inFlight: withMore(facts.inFlight, limitKeysOf(candidate)),
    capacity: task.createPullRequest
      ? new Map(
          [...facts.capacity].map(([ref, place]) => [
            ref,
            task.people.owners.includes(ref)
              ? { ...place, used: place.used + 1 }
              : place,
          ]),
        )
      : facts.capacity,
    budgets: facts.budgets.map(item =>
      isOnBudget(item, candidate) ? { ...item, used: item.used + cost } : item,
    ),
    breakers: facts.breakers.map(item =>
      breaks(item, candidate) ? { ...item, probes: item.probes - 1 } : item,
    ),
    identities: new Map(facts.identities).set(identityKey, {
      state: 'ready',
      nextStartAt: facts.now + facts.pace,
    }),
  };
}

function withMore(
  counters: ReadonlyMap<CounterKey, number>,
  keys: CounterKey[],
): Map<CounterKey, number> {
  const more = new Map(counters);
  for (const key of keys) more.set(key, (more.get(key) ?? 0) + 1);
  return more;
}
