import { FreezeScope } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { BreakerFact, BreakerScope } from '../domain/breaker/breakerFact';
import { BreakerState } from '../domain/breaker/breakerState';
import { Json } from '../domain/record/canonicalJson';
import { Lane } from '../domain/schedule/lane';
import { CostChange } from '../domain/cost/cost';
import { HistoryEntry } from '../domain/task/historyEntry';
import { Task } from '../domain/task/task';
import { TaskEffect } from '../domain/task/taskEffect';

/** The texts of a task: they lie apart, because they have their own retention. */
export interface TaskTexts {
  /** As sent, without the marker line; null once it was trimmed. */
  prompt: string | null;
  parameters: Json;
}

/** What a caller repeats to get the same task again. Digests, so that no body is kept. */
export interface IdempotencyClaim {
  /** `user:default/ana`, `service:…`. */
  principal: string;
  route: string;
  key: string;
  bodyDigest: string;
}

/** A new task with everything that has to be there when it becomes visible. */
export interface Submission {
  task: Task;
  texts: TaskTexts;
  history: HistoryEntry[];
  effects: TaskEffect[];
  idempotency: IdempotencyClaim | null;
  /** Equal for tasks that ask the same of the same repository. */
  duplicateKey: string;
  /** Refuse when an open task has the same key. */
  refuseDuplicate: boolean;
  /** Refuse when this many tasks wait already. */
  maxWaiting: number;
}

export type SubmitResult =
  | { kind: 'stored' }
  | { kind: 'replayed'; taskId: string }
  | { kind: 'keyReused' }
  | { kind: 'duplicate'; taskId: string }
  | { kind: 'full'; waiting: number };

/** A task with the time it was read at, milliseconds of the database's clock. */
export interface LoadedTask {
  task: Task;
  now: number;
}

/** One step of one task. `before` fences: it counts only over the version that was loaded. */
export interface TaskChange {
  before: Task;
  after: Task;
  history: HistoryEntry[];
  effects: TaskEffect[];
  costs: CostChange[];
  /** The provider's answer as it came, kept for a while as evidence. */
  raw?: Json;
}

/** The loops that claim tasks, each by its own due column. */
export type DueLoop =
  | 'preflight'
  | 'resolve'
  | 'read'
  | 'artifacts'
  | 'judge'
  | 'remind';

export interface ClaimOptions {
  limit: number;
  /** How long nobody else takes the row, milliseconds. A crash costs no more than this. */
  holdForMs: number;
}

/** What one admission decision sees, all from one transaction. */
export interface AdmissionSnapshot {
  /** Milliseconds of the database's clock. */
  now: number;
  /** Queued tasks in order, at most 200. */
  candidates: Task[];
  /** Tasks that count for a limit: starting, unconfirmed, tracking and not ended. */
  inFlight: Task[];
  freezes: FreezeRow[];
  identities: IdentityRow[];
  /** Those that ever opened. */
  breakers: BreakerState[];
  /** The latest facts about the providers and templates of the candidates, newest first. */
  breakerFacts: BreakerFact[];
}

/** Which tasks to look at sooner: all given fields must fit. */
export type ReadHint =
  | { providerTaskId: string; repositoryId?: undefined; branch?: undefined }
  | { providerTaskId?: undefined; repositoryId: string; branch?: string };

/** What one admission decision changes. */
export interface AdmissionOutcome {
  changes: TaskChange[];
  /** Tasks that may start as soon as their facts are fresh: their preflight is due now. */
  wakePreflight: string[];
  /** Breakers that are another now. */
  breakers?: BreakerState[];
}

/** An effect that somebody has taken to perform. */
export interface ClaimedEffect {
  id: string;
  taskId: string;
  effect: TaskEffect;
  /** How often it was taken before. */
  attempts: number;
}

/** What is known of an identity at the provider, shared by all replicas. Times in milliseconds. */
export interface IdentityRow {
  id: string;
  login: string | null;
  accountId: string | null;
  expiresAt: number | null;
  /** Not to write before: pacing, or the provider's word. */
  nextStartAt: number | null;
  /** Where the next sweep starts, per archive lane. */
  liveSince: number | null;
  archivedSince: number | null;
  nextSweepAt: number | null;
  nextArchivedSweepAt: number | null;
  lastSweptAt: number | null;
  /** Since when the provider refuses the token. */
  invalidSince: number | null;
}

/** The order that nothing new starts in a scope. Times in milliseconds. */
export interface FreezeOrder {
  scopeKind: FreezeScope;
  /** null for the scope `all`. */
  scopeRef: string | null;
  reason: string;
  /** A user, or `system`. */
  by: string;
  /** null: until somebody thaws it. */
  until: number | null;
  /** Also refuses new submits. */
  refuse: boolean;
}

/** A freeze as it stands, or stood. Times in milliseconds. */
export interface FreezeRow extends FreezeOrder {
  id: string;
  since: number;
  thawedAt: number | null;
  thawedBy: string | null;
}

/** A template version as first used; a task is judged by this spec, whatever changes later. */
export interface TemplateVersion {
  ref: string;
  version: string;
  digest: string;
  spec: Json;
}

/** A policy as it was in force under a version; the record can say what it meant then. */
export interface PolicyVersion {
  id: string;
  version: number;
  digest: string;
  rules: Json;
}

/** This database, so that a copy of it can be told from the original. */
export interface Installation {
  id: string;
  /** `agentTasks.instance` of the portal that it belongs to; null until one has a name. */
  instance: string | null;
  /** Milliseconds of the database's clock. */
  createdAt: number;
}

/** The tasks of an identity that can still change at the provider. */
export interface FollowedTasks {
  count: number;
  /** Age of the one that started last. */
  youngestMs: number | null;
  /** Which listings it is time to sweep. */
  dueLanes: Lane[];
}

/** By the id of each identity that has any. */
export type FollowedByIdentity = ReadonlyMap<string, FollowedTasks>;

/**
 * Everything that changes stored tasks. Each method is one transaction: after a crash it happened
 * wholly or not at all. None calls the network.
 */
export interface TaskStore {
  /** Milliseconds of the database's clock: the only clock that decides anything. */
  now(): Promise<number>;

  /** This database's own name and its key for markers, made once. */
  installation(): Promise<Installation>;
  /** Whose the database is: the first portal's that gave its name. */
  claimInstance(instance: string | null): Promise<string | null>;
  /** From now on it is this portal's. */
  adoptInstance(instance: string | null): Promise<void>;

  submit(submission: Submission): Promise<SubmitResult>;

  /** The task an earlier request with this key made, without making one. */
  replayOf(claim: IdempotencyClaim): Promise<SubmitResult | undefined>;

  load(taskId: string): Promise<LoadedTask | undefined>;
  /** Tasks by the provider's ids, in no order; those it does not know are left out. */
  loadByProviderIds(provider: string, ids: string[]): Promise<Task[]>;
  texts(taskId: string): Promise<TaskTexts | undefined>;

  /**
   * False: somebody was faster; load again. Nothing was written then. A due time that the change
   * does not move stays as loops and hints have left it since the task was loaded.
   */
  save(change: TaskChange): Promise<boolean>;

  /**
   * Ids of the tasks that have been due longest, in no order; moves only the loop's own column.
   * `preflight` takes one task of each fair key before the second of any.
   */
  claimDue(loop: DueLoop, options: ClaimOptions): Promise<string[]>;

  /**
   * One decision at a time over all replicas. `decide` is pure and synchronous; what it returns is
   * saved in the same transaction. Undefined: another replica is deciding just now. A change that
   * loses against the one-flight-per-repository index is left out of the answer.
   */
  admit(
    decide: (snapshot: AdmissionSnapshot) => AdmissionOutcome,
  ): Promise<Task[] | undefined>;

  /**
   * Once this has returned, no claim in the scope commits on any replica. While the same order of
   * the same person stands, that one is answered, and there is no second.
   */
  freeze(order: FreezeOrder): Promise<FreezeRow>;
  /** Undefined: there is none. One that was thawed before is answered as it is. */
  thaw(freezeId: string, by: string): Promise<FreezeRow | undefined>;

  /** The breaker of a scope, if it ever opened. */
  breaker(scope: BreakerScope): Promise<BreakerState | undefined>;
  /** Until when reads under an identity have to wait, milliseconds; null: one may go out. */
  claimRead(identityId: string): Promise<number | null>;
  /** Keeps whether the provider answered a read. The breaker, if that opened or closed it. */
  noteRead(
    identityId: string,
    isAnswered: boolean,
  ): Promise<BreakerState | null>;

  claimEffects(options: ClaimOptions): Promise<ClaimedEffect[]>;
  finishEffect(effectId: string): Promise<void>;
  postponeEffect(effectId: string, dueAt: number): Promise<void>;

  identity(id: string): Promise<IdentityRow | undefined>;
  saveIdentity(
    id: string,
    facts: Partial<Omit<IdentityRow, 'id'>>,
  ): Promise<void>;
  /** True for the one caller that may sweep this identity's lane now. */
  claimSweep(id: string, lane: Lane, holdForMs: number): Promise<boolean>;

  /** Tasks that can still change at the provider. */
  followed(): Promise<FollowedByIdentity>;

  /**
   * Brings reads forward, to now or to so much later; never moves one back. Returns how many tasks
   * were touched.
   */
  hintReads(
    loop: 'read' | 'artifacts',
    hints: ReadHint[],
    afterMs?: number,
  ): Promise<number>;

  /** `conflict`: this version is known with another digest. First use wins. */
  keepTemplateVersion(version: TemplateVersion): Promise<'kept' | 'conflict'>;
  templateVersion(
    ref: string,
    version: string,
  ): Promise<TemplateVersion | undefined>;

  /** `conflict`: this version is known with other rules. First use wins. */
  keepPolicyVersion(version: PolicyVersion): Promise<'kept' | 'conflict'>;

  /** Deletes what outlived its retention; returns counts by kind. */
  trim(before: {
    idempotency: number;
    raw: number;
    effects: number;
  }): Promise<Record<string, number>>;
}
