import {
  BudgetScope,
  Held,
  IdentityState,
  LimitScope,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { TimeWindow } from '../policy/timeWindow';
import { Task } from '../task/task';
import { CounterKey } from './counting';
import { Freeze } from './freeze';

/** A queued task as admission sees it. */
export interface Candidate {
  task: Task;
  /** Key of the identity that would act: the shared one's id, or id and person. */
  identityKey: string;
  windows: TimeWindow[];
  /** What policy and configuration allow in flight, the smaller of both; absent: no limit. */
  limits: Partial<Record<LimitScope, number>>;
}

/** Why starts of one provider or template are held back: too much went wrong there. */
export interface Breaker {
  scope: { kind: 'provider' | 'template'; ref: string };
  until: number | null;
  /** Starts that may go through to find out whether it works again. */
  probes: number;
  exemptOwners: string[];
}

export interface Budget {
  scope: BudgetScope;
  ref: string;
  limit: number;
  used: number;
  /** When the period ends, milliseconds. */
  until: number;
}

/** Everything a decision rests on, read under the admission lock. */
export interface AdmissionFacts {
  now: number;
  freezes: Freeze[];
  breakers: Breaker[];
  identities: ReadonlyMap<
    string,
    { state: IdentityState; nextStartAt: number | null }
  >;
  budgets: Budget[];
  /** Review capacity by owner, pull requests started outside the portal included. */
  capacity: ReadonlyMap<string, { used: number; limit: number }>;
  inFlight: ReadonlyMap<CounterKey, number>;
  /** Tasks in flight by fair key. */
  turns: ReadonlyMap<string, number>;
  /** Least time between two starts of one identity, milliseconds. */
  pace: number;
}

/** Why a task may not start, before it is known since when. */
export type Hold = Omit<Held, 'since'>;
