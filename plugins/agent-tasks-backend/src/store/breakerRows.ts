import { BreakerFact, BreakerScope } from '../domain/breaker/breakerFact';
import { BreakerState } from '../domain/breaker/breakerState';
import { numberOf, numberOrNull } from './databaseClock';
import { BigInteger } from './tables';

export interface BreakerTableRow {
  scope_kind: BreakerScope['kind'];
  scope_ref: string;
  state: BreakerState['state'];
  since: BigInteger;
  until: BigInteger | null;
  reason: BreakerState['reason'];
  openings: number;
  failures: number;
  probe_task_id: string | null;
}

export interface BreakerFactRow {
  scope_kind: BreakerScope['kind'];
  scope_ref: string;
  kind: BreakerFact['kind'];
  task_id: string;
  is_bad: boolean | number;
  at: BigInteger;
}

export function breakerOf(row: BreakerTableRow): BreakerState {
  return {
    scope: { kind: row.scope_kind, ref: row.scope_ref },
    state: row.state,
    since: numberOf(row.since),
    until: numberOrNull(row.until),
    reason: row.reason,
    openings: row.openings,
    failures: row.failures,
    probeTaskId: row.probe_task_id,
  };
}

export function breakerRowOf(breaker: BreakerState): BreakerTableRow {
  const { scope, state, since, until, reason, openings, failures } = breaker;
  return {
    scope_kind: scope.kind,
    scope_ref: scope.ref,
    state,
    since,
    until,
    reason,
    openings,
    failures,
    probe_task_id: breaker.probeTaskId,
  };
}

export function breakerFactOf(row: BreakerFactRow): BreakerFact {
  return {
    scope: { kind: row.scope_kind, ref: row.scope_ref },
    kind: row.kind,
    taskId: row.task_id,
    isBad: Boolean(row.is_bad),
    at: numberOf(row.at),
  };
}

export function breakerFactRowOf(fact: BreakerFact): BreakerFactRow {
  return {
    scope_kind: fact.scope.kind,
    scope_ref: fact.scope.ref,
    kind: fact.kind,
    task_id: fact.taskId,
    is_bad: fact.isBad,
    at: fact.at,
  };
}
