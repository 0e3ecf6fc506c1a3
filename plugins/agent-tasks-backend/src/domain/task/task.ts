import {
  Attention,
  AttentionReason,
  FailureClass,
  Held,
  Outcome,
  TaskFlag,
  TaskPhase,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { CostEntry } from '../cost/cost';
import { GoneStreak } from '../observation/lostAccess';
import { RecordedPullRequest } from '../observation/mergePullRequests';
import { ProviderRecord } from '../observation/providerRecord';
import { OutcomeReason } from '../outcome/judgement';
import { TaskAsk } from './taskAsk';

/** The right to act on a start: whoever holds it, until when. Milliseconds. */
export interface Lease {
  holder: string;
  until: number;
}

/**
 * Why a task is to stop. `requester`, `other`: a person or service; `time_limit`: ours, the
 * outcome is then `timed_out`; `late_start`: it appeared after we had ended it.
 */
export type CancelKind = 'requester' | 'other' | 'time_limit' | 'late_start';

/** The wish that a task stops. Kept and acted on until a read confirms the end. */
export interface CancelRequest {
  kind: CancelKind;
  /** A user, a service, or `system`. */
  by: string;
  at: number;
  reason: string | null;
  /** What the end will be called if it comes from this wish. */
  failureClass: FailureClass | null;
}

/** A person's yes, and to what. */
export interface Approval {
  by: string;
  at: number;
  digest: string;
}

/** Why a task did not work. */
export interface TaskFailure {
  class: FailureClass;
  at: number;
}

/**
 * The task record: everything the rules need to decide. Times are milliseconds of the database's
 * clock. Texts (prompt, parameters, raw answers) lie elsewhere with their own retention.
 * `state` and `status` are not fields: they follow from the rest by `stateOf` and `statusOf`.
 */
export interface Task extends TaskAsk {
  /** Fences every write: a save counts only over the version it loaded. */
  version: number;
  /** Counts changes that people can see; the ETag. */
  revision: number;
  createdAt: number;
  updatedAt: number;

  phase: TaskPhase;
  phaseSince: number;
  /** When it first waited for its turn; a start that did not happen does not rejuvenate it. */
  queuedAt: number | null;
  approval: Approval | null;
  /** What was shown before the repository's id was known, and says the same: also a valid yes. */
  digestByName: string | null;
  /** An approval that was given and no longer holds. */
  isApprovalVoid: boolean;
  held: Held | null;

  // Starting.
  attempts: number;
  /** Grows with every claim; a worker's verdict about an earlier epoch no longer counts. */
  epoch: number;
  lease: Lease | null;
  /** When the intent to start was committed; candidates are looked for around it. */
  intentAt: number | null;
  /** Fixed once by the first preflight; shown to nobody before tracking. */
  marker: string | null;
  preflightAt: number | null;
  /** Looks of the resolver for a start that is unclear, since the intent. */
  looks: number;
  isModelDropped: boolean;
  /** How the last quarantine was closed by a person. */
  settledAs: 'confirmed_not_started' | 'written_off' | null;

  // At the provider.
  providerTaskId: string | null;
  /** The account that acts there; reads of another one's tasks are foreign. */
  providerCreatorId: string | null;
  providerState: string | null;
  reported: ProviderRecord;
  pullRequests: RecordedPullRequest[];
  gone: GoneStreak | null;
  staleSince: number | null;
  needsSignInSince: number | null;
  startedAt: number | null;
  endedAt: number | null;
  cancelRequested: CancelRequest | null;
  stopAttempts: number;
  costs: CostEntry[];

  // What came of it.
  outcome: Outcome;
  outcomeReason: OutcomeReason | null;
  outcomeAt: number | null;
  /** Who decided; null for our own judgement. A person's word is not overruled by ours. */
  outcomeBy: string | null;
  failure: TaskFailure | null;
  flags: TaskFlag[];

  // Why it needs a person.
  attention: Attention | null;
  attentionReason: AttentionReason | null;
  attentionSince: number | null;
  attentionDueAt: number | null;
  routedTo: string[];
  assignee: string | null;
  snoozedUntil: number | null;
  acknowledgedAt: number | null;
  answeredAt: number | null;
  answeredBy: string | null;
  answers: number;
  remindedAt: number | null;
  escalatedAt: number | null;

  // When which loop looks again; null: not before something happens.
  startDueAt: number | null;
  readDueAt: number | null;
  artifactDueAt: number | null;
  judgeDueAt: number | null;
  remindDueAt: number | null;
  /** Not to be sent before, by pacing or by the provider's word. */
  nextStartAt: number | null;

  // The chain of the record; the engine sets both as it appends history.
  eventCount: number;
  chainHead: string | null;
}
