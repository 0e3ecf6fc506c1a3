import {
  ActorType,
  EventSource,
  FailureClass,
  Held,
  Outcome,
  ProviderTask,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { RecordedPullRequest } from '../observation/mergePullRequests';
import { EvidenceFlag } from '../outcome/evidenceFlag';
import { Judgement } from '../outcome/judgement';
import { Json } from '../record/canonicalJson';
import { CancelKind } from './task';
import { TaskAsk, TaskPeople } from './taskAsk';

/** Who did it. `ref` is null for the system. */
export interface Actor {
  type: ActorType;
  ref: string | null;
  plugin?: string;
}

/** What every event carries beside its own fields. */
export interface EventEnvelope {
  actor: Actor;
  source: EventSource;
  requestId?: string;
}

/** Of one claim: counts only while its epoch is the task's. */
type OfEpoch = { epoch: number };
type WithReason = { reason: string };

/** The fields of each event, by its name. Times in milliseconds of the database's clock. */
export interface TaskEventFields {
  submitted: { ask: TaskAsk };
  submittedForApproval: { ask: TaskAsk };

  approved: { digest: string };
  rejected: WithReason;
  /** Policy, digest or approval drifted: a person has to say yes (again). */
  approvalNeeded: {
    digest: string;
    isVoid: boolean;
    /** The name now stands for another repository: what was asked for is bound to that one. */
    repository?: { id: string; slug: string };
    marker?: string;
  } & Partial<WithReason>;
  denied: { failureClass: FailureClass } & WithReason;
  cancelRequested: {
    kind: CancelKind;
    reason?: string;
    failureClass?: FailureClass;
  };
  expired: object;

  /** Facts read outside, before a claim. */
  preflighted: {
    repositoryId: string;
    slug: string;
    baseRef: string;
    marker: string;
    login: string | null;
    creatorId: string | null;
    approvalDigest: string;
  };
  heldChanged: { held: Held | null };
  entityBound: { people: TaskPeople };
  claimed: { holder: string; leaseUntil: number };

  created: OfEpoch & { providerTask: ProviderTask };
  notSent: OfEpoch & {
    retryAt: number;
    held?: Held;
    failureClass?: FailureClass;
  } & Partial<WithReason>;
  turnedAway: OfEpoch & { until: number; held?: Held; dropModel?: boolean };
  refused: OfEpoch & { failureClass: FailureClass };
  ambiguous: OfEpoch & WithReason;
  leaseExpired: OfEpoch;
  found: { providerTask: ProviderTask; isRecovery?: boolean };
  /** What carries our marker is tied to another task of ours: a person has to look at both. */
  foundInUse: {
    providerTaskId: string;
    otherTaskId: string;
    nextLookAt: number | null;
  };
  absent: { nextLookAt: number | null };
  /** `isUnseen`: nobody could look. */
  gaveUp: { nextLookAt: number | null; isUnseen?: boolean };
  /** Of the claim that the person looked at: their word says nothing of another one. */
  confirmedNotStarted: OfEpoch & WithReason;
  writtenOff: WithReason;

  observed: { providerTask: ProviderTask; sentAt: number };
  /** `isGone`: 403, 404 or 410. */
  readFailed: { isGone: boolean; failureClass: FailureClass; retryAt: number };
  /** `flags`: all that the evidence shows now; of files, what their newest commits show. */
  artifactsRead: {
    pullRequests: RecordedPullRequest[];
    flags: EvidenceFlag[];
    /** How many tasks of the identity are followed: they share its requests. */
    followed: number;
  };
  /** The provider was asked to stop; whether it did, only a read tells. */
  stopTried: {
    result: 'accepted' | 'nothing_to_stop' | 'not_possible' | 'failed';
  };
  judged: { judgement: Judgement };
  overruled: { outcome: Exclude<Outcome, 'pending'> } & WithReason;

  updated: {
    title?: string;
    assignee?: string | null;
    snoozedUntil?: number | null;
    acknowledged?: boolean;
    priority?: number;
  };
  answered: { isAtProvider: boolean };
  rerouted: { people: TaskPeople };
  reminded: { isEscalation: boolean };
  /** Time has passed: attention and due times are worked out again. */
  timePassed: object;
  /** Something worth a line in the record that changes nothing here. */
  noted: { what: string; details?: Json } & Partial<WithReason>;
}

export type TaskEventType = keyof TaskEventFields;

export type TaskEventOf<T extends TaskEventType> = {
  [K in T]: { type: K } & EventEnvelope & TaskEventFields[K];
}[T];

/** What can happen to a task. */
export type TaskEvent = TaskEventOf<TaskEventType>;
