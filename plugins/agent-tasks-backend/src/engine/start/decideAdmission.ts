import { IdentityState } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { admit, isOtherHold } from '../../domain/admission/admission';
import { AdmissionFacts } from '../../domain/admission/candidate';
import { countedIn } from '../../domain/admission/counting';
import { turnsOf } from '../../domain/admission/fairTurns';
import { reviewPlaces } from '../../domain/admission/reviewCapacity';
import { Task } from '../../domain/task/task';
import { TaskEvent } from '../../domain/task/taskEvent';
import { transition } from '../../domain/task/transition';
import {
  AdmissionOutcome,
  AdmissionSnapshot,
  TaskChange,
} from '../../store/TaskStore';
import {
  admissionBreakers,
  breakersNow,
  changedBreakers,
  withProbes,
} from '../breakers/decideBreakers';
import { EngineParts } from '../EngineParts';
import { freezeOf } from '../freezeOf';
import { byEngine } from '../systemActor';

/**
 * What one admission decision changes, from one snapshot: claims, holds, and tasks whose policy
 * changed since they were asked for. Pure but for the configuration it reads.
 *
 * @param room - how many may be claimed now; whoever comes after them keeps the first place
 */
export function decideAdmission(
  parts: EngineParts,
  snapshot: AdmissionSnapshot,
  room = Infinity,
): AdmissionOutcome {
  const { settings, replica, rules } = parts;
  const { now } = snapshot;
  const drifted = snapshot.candidates.flatMap(task =>
    driftOf(parts, task, now),
  );
  const asking = snapshot.candidates.filter(
    task => !drifted.some(({ before }) => before.id === task.id),
  );
  const breakers = breakersNow(snapshot);
  const exemptOwners = rules.exemptOwners(now);
  const decisions = admit(
    asking.map(task => rules.candidate(task)),
    {
      ...factsOf(parts, snapshot),
      breakers: admissionBreakers(breakers, exemptOwners, now),
    },
  );
  const wakePreflight: string[] = [];
  let places = room;
  const changes = decisions.flatMap(decision => {
    const { task } = decision;
    if (decision.kind === 'preflight' || needsPreflight(decision)) {
      wakePreflight.push(task.id);
    }
    if (decision.kind === 'start') {
      places -= 1;
      if (places < 0) return [];
      return changed(task, now, {
        type: 'claimed',
        ...byEngine,
        holder: replica,
        leaseUntil: now + settings.leaseMs,
      });
    }
    const held = decision.kind === 'held' ? decision.held : null;
    return isOtherHold(task.held, held)
      ? changed(task, now, { type: 'heldChanged', ...byEngine, held })
      : [];
  });
  const started = changes.flatMap(({ after }) =>
    after.phase === 'starting' ? after : [],
  );
  return {
    changes: [...drifted, ...changes],
    wakePreflight,
    breakers: changedBreakers(
      snapshot.breakers,
      withProbes(breakers, started, exemptOwners, now),
    ),
  };
}

/** Held for what only a preflight can find out. */
function needsPreflight(decision: ReturnType<typeof admit>[number]): boolean {
  return (
    decision.kind === 'held' &&
    (decision.held.reason === 'preflight' ||
      decision.held.reason === 'entity' ||
      decision.held.reason === 'identity')
  );
}

function driftOf(parts: EngineParts, task: Task, now: number): TaskChange[] {
  const drift = parts.rules.drift(task);
  switch (drift.kind) {
    case 'same':
      return [];
    case 'approve':
      return changed(task, now, {
        type: 'approvalNeeded',
        ...byEngine,
        digest: drift.digest,
        isVoid: task.approval !== null,
        reason: 'policy_changed',
      });
    default:
      return changed(task, now, {
        type: 'denied',
        ...byEngine,
        failureClass: 'policy_changed',
        reason: drift.reason,
      });
  }
}

function changed(task: Task, now: number, event: TaskEvent): TaskChange[] {
  const next = transition(task, event, now);
  if (next.kind !== 'changed') return [];
  const { history, effects, costs } = next;
  return [{ before: task, after: next.task, history, effects, costs }];
}

function factsOf(
  { rules, settings }: EngineParts,
  { now, candidates, inFlight, freezes, identities }: AdmissionSnapshot,
): Omit<AdmissionFacts, 'breakers'> {
  return {
    now,
    freezes: freezes.map(freezeOf),
    identities: new Map(
      identities.map(({ id, nextStartAt, invalidSince, expiresAt }) => [
        id,
        {
          state: stateOfIdentity(invalidSince, expiresAt, now),
          nextStartAt,
        },
      ]),
    ),
    budgets: [],
    capacity: reviewPlaces(
      candidates,
      inFlight,
      ref => rules.reviewCapacity(ref),
      now,
    ),
    inFlight: countedIn(inFlight),
    turns: turnsOf(inFlight),
    pace: settings.paceMs,
  };
}

function stateOfIdentity(
  invalidSince: number | null,
  expiresAt: number | null,
  now: number,
): IdentityState {
  if (invalidSince !== null) return 'invalid';
  return expiresAt !== null && expiresAt <= now ? 'expired' : 'ready';
}
