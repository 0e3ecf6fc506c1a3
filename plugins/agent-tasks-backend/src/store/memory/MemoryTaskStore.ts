import { holdsRepository } from '../../domain/admission/holdsRepository';
import { inFairOrder, turnsOf } from '../../domain/admission/fairTurns';
import { BreakerScope } from '../../domain/breaker/breakerFact';
import { breakerScopesOf } from '../../domain/breaker/breakerScopesOf';
import { BreakerState } from '../../domain/breaker/breakerState';
import { Lane } from '../../domain/schedule/lane';
import { Task } from '../../domain/task/task';
import { DUE_LOOPS } from '../dueLoops';
import { RecordSeal } from '../RecordSeal';
import { replayed } from '../submitTask';
import {
  FollowedByIdentity,
  FollowedTasks,
  AdmissionOutcome,
  AdmissionSnapshot,
  ClaimedEffect,
  ClaimOptions,
  DueLoop,
  FreezeOrder,
  FreezeRow,
  IdempotencyClaim,
  IdentityRow,
  Installation,
  LoadedTask,
  PolicyVersion,
  ReadHint,
  Submission,
  SubmitResult,
  TaskChange,
  TaskStore,
  TaskTexts,
  TemplateVersion,
} from '../TaskStore';
import { MemoryBreakers } from './MemoryBreakers';
import { MemoryEffects } from './MemoryEffects';
import { MemoryFreezes } from './MemoryFreezes';
import { MemoryIdentities } from './MemoryIdentities';
import { inTurns } from './inTurns';
import { MemoryTables } from './MemoryTables';
import { DueField, FlightTaken, MemoryTasks } from './MemoryTasks';

const MAX_CANDIDATES = 200;

const DUE_FIELDS: Record<(typeof DUE_LOOPS)[DueLoop]['column'], DueField> = {
  start_due_at: 'startDueAt',
  read_due_at: 'readDueAt',
  artifact_due_at: 'artifactDueAt',
  judge_due_at: 'judgeDueAt',
  remind_due_at: 'remindDueAt',
};

/** When a loop may take a task next; null: not before something happens. */
export function dueAtFor(loop: DueLoop, task: Task): number | null {
  const { column, phases, preflightOlderThanMs } = DUE_LOOPS[loop];
  const dueAt = task[DUE_FIELDS[column]];
  if (dueAt === null || !phases.includes(task.phase)) return null;
  if (preflightOlderThanMs === undefined || task.preflightAt === null) {
    return dueAt;
  }
  return Math.max(dueAt, task.preflightAt + preflightOlderThanMs + 1);
}

/**
 * The task store in memory: it exists for the simulation of the engine alone, and keeps the same
 * contract as the one on a database. Its methods run without a pause, each as one transaction.
 */
export class MemoryTaskStore implements TaskStore {
  private readonly tasks: MemoryTasks;
  private readonly effects: MemoryEffects;
  private readonly identities: MemoryIdentities;
  private readonly freezes: MemoryFreezes;
  private readonly breakers: MemoryBreakers;

  constructor(
    private readonly tables: MemoryTables,
    seal: RecordSeal,
    private readonly newId: () => string,
  ) {
    this.breakers = new MemoryBreakers(tables);
    this.tasks = new MemoryTasks(tables, seal, newId, this.breakers);
    this.effects = new MemoryEffects(tables);
    this.identities = new MemoryIdentities(tables);
    this.freezes = new MemoryFreezes(tables, newId);
  }

  async now(): Promise<number> {
    return this.tables.clock();
  }

  async installation(): Promise<Installation> {
    return this.installed();
  }

  async claimInstance(instance: string | null): Promise<string | null> {
    const known = this.installed();
    this.tables.installation = {
      ...known,
      instance: known.instance ?? instance,
    };
    return this.tables.installation.instance;
  }

  async adoptInstance(instance: string | null): Promise<void> {
    this.tables.installation = { ...this.installed(), instance };
  }

  async submit(submission: Submission): Promise<SubmitResult> {
    const { task, idempotency, duplicateKey, maxWaiting } = submission;
    const known = idempotency && this.replay(idempotency);
    if (known) return known;
    const waiting = this.inPhases(DUE_LOOPS.preflight.phases).length;
    if (waiting >= maxWaiting) return { kind: 'full', waiting: maxWaiting };
    const taskId = submission.refuseDuplicate
      ? this.tasks.openDuplicate(duplicateKey)
      : undefined;
    if (taskId !== undefined) return { kind: 'duplicate', taskId };
    this.tables.transaction(() => {
      this.tasks.insert(submission);
      if (idempotency) {
        this.tables.put(this.tables.keys, nameOf(idempotency), {
          ...idempotency,
          taskId: task.id,
          createdAt: task.createdAt,
        });
      }
    });
    return { kind: 'stored' };
  }

  async replayOf(claim: IdempotencyClaim): Promise<SubmitResult | undefined> {
    return this.replay(claim);
  }

  async load(taskId: string): Promise<LoadedTask | undefined> {
    const task = this.tables.tasks.get(taskId);
    return task && { task, now: this.tables.clock() };
  }

  async loadByProviderIds(provider: string, ids: string[]): Promise<Task[]> {
    return [...this.tables.tasks.values()].filter(
      ({ providerId, providerTaskId }) =>
        providerId === provider &&
        providerTaskId !== null &&
        ids.includes(providerTaskId),
    );
  }

  async texts(taskId: string): Promise<TaskTexts | undefined> {
    return this.tables.texts.get(taskId);
  }

  async save(change: TaskChange): Promise<boolean> {
    const saved = this.tables.transaction(() => this.tasks.update(change));
    return saved !== undefined;
  }

  async claimDue(
    loop: DueLoop,
    { limit, holdForMs }: ClaimOptions,
  ): Promise<string[]> {
    const now = this.tables.clock();
    const due = [...this.tables.tasks.values()].flatMap(task => {
      const dueAt = dueAtFor(loop, task);
      return dueAt !== null && dueAt <= now ? [{ task, dueAt }] : [];
    });
    const inOrder = DUE_LOOPS[loop].inTurns
      ? inTurns(due)
      : due.sort((a, b) => a.dueAt - b.dueAt);
    return inOrder.slice(0, limit).map(({ task }) => {
      const field = DUE_FIELDS[DUE_LOOPS[loop].column];
      this.tasks.setDue(task, field, now + holdForMs);
      return task.id;
    });
  }

  async admit(
    decide: (snapshot: AdmissionSnapshot) => AdmissionOutcome,
  ): Promise<Task[] | undefined> {
    const inFlight = this.tasks.inFlight();
    const candidates = inFairOrder(
      this.inPhases(['queued']).map(task => ({ task })),
      turnsOf(inFlight),
    )
      .slice(0, MAX_CANDIDATES)
      .map(({ task }) => task);
    if (candidates.length === 0) return [];
    return this.tables.transaction(() => {
      const {
        changes,
        wakePreflight,
        breakers = [],
      } = decide({
        now: this.tables.clock(),
        candidates,
        inFlight,
        freezes: this.freezes.standing(),
        identities: this.identities.all(),
        breakers: this.breakers.all(),
        breakerFacts: this.breakers.facts(breakerScopesOf(candidates)),
      });
      this.breakers.save(breakers);
      const saved = changes.flatMap(change => this.updateUnlessTaken(change));
      for (const id of wakePreflight) {
        const task = this.tables.tasks.get(id);
        if (task?.startDueAt === null) {
          this.tasks.setDue(task, 'startDueAt', this.tables.clock());
        }
      }
      return saved;
    });
  }

  async freeze(order: FreezeOrder): Promise<FreezeRow> {
    return this.freezes.order(order);
  }

  async thaw(freezeId: string, by: string): Promise<FreezeRow | undefined> {
    return this.freezes.thaw(freezeId, by);
  }

  async breaker(scope: BreakerScope): Promise<BreakerState | undefined> {
    return this.breakers.of(scope);
  }

  async claimRead(identityId: string): Promise<number | null> {
    return this.breakers.claimRead(identityId);
  }

  async noteRead(
    identityId: string,
    isAnswered: boolean,
  ): Promise<BreakerState | null> {
    return this.breakers.noteRead(identityId, isAnswered);
  }

  async claimEffects(options: ClaimOptions): Promise<ClaimedEffect[]> {
    return this.effects.claim(options);
  }

  async finishEffect(effectId: string): Promise<void> {
    this.effects.finish(effectId);
  }

  async postponeEffect(effectId: string, dueAt: number): Promise<void> {
    this.effects.postpone(effectId, dueAt);
  }

  async identity(id: string): Promise<IdentityRow | undefined> {
    return this.tables.identities.get(id);
  }

  async saveIdentity(
    id: string,
    facts: Partial<Omit<IdentityRow, 'id'>>,
  ): Promise<void> {
    this.identities.save(id, facts);
  }

  async claimSweep(
    id: string,
    lane: Lane,
    holdForMs: number,
  ): Promise<boolean> {
    return this.identities.claimSweep(id, lane, holdForMs);
  }

  async followed(): Promise<FollowedByIdentity> {
    const now = this.tables.clock();
    const followed = new Map<string, FollowedTasks>();
    for (const task of this.tasks.inFlight()) {
      if (task.providerTaskId === null) continue;
      const { id } = task.identity;
      const { count, youngestMs, dueLanes } = followed.get(id) ?? {
        count: 0,
        youngestMs: null,
        dueLanes: this.identities.dueLanes(id),
      };
      const ageMs = task.startedAt === null ? null : now - task.startedAt;
      followed.set(id, {
        count: count + 1,
        youngestMs:
          ageMs === null ? youngestMs : Math.min(ageMs, youngestMs ?? ageMs),
        dueLanes,
      });
    }
    return followed;
  }

  async hintReads(
    loop: 'read' | 'artifacts',
    hints: ReadHint[],
    afterMs = 0,
  ): Promise<number> {
    const field = DUE_FIELDS[DUE_LOOPS[loop].column];
    const at = this.tables.clock() + afterMs;
    let touched = 0;
    for (const hint of hints) {
      const hinted = this.tasks.hinted(field, hint, at);
      hinted.forEach(task => this.tasks.setDue(task, field, at));
      touched += hinted.length;
    }
    return touched;
  }

  async keepTemplateVersion(
    version: TemplateVersion,
  ): Promise<'kept' | 'conflict'> {
    const key = `${version.ref} ${version.version}`;
    return keepFirst(this.tables.templates, key, version);
  }

  async templateVersion(
    ref: string,
    version: string,
  ): Promise<TemplateVersion | undefined> {
    return this.tables.templates.get(`${ref} ${version}`);
  }

  async keepPolicyVersion(
    version: PolicyVersion,
  ): Promise<'kept' | 'conflict'> {
    const key = `${version.id} ${version.version}`;
    return keepFirst(this.tables.policies, key, version);
  }

  async trim(before: {
    idempotency: number;
    raw: number;
    effects: number;
  }): Promise<Record<string, number>> {
    const { keys, raw } = this.tables;
    return {
      idempotency: trimmed(keys, key => key.createdAt < before.idempotency),
      raw: trimmed(raw, at => at < before.raw),
      effects: this.effects.trim(before.effects),
    };
  }

  private installed(): Installation {
    this.tables.installation ??= {
      id: this.newId(),
      instance: null,
      createdAt: this.tables.clock(),
    };
    return this.tables.installation;
  }

  private replay(claim: IdempotencyClaim): SubmitResult | undefined {
    const known = this.tables.keys.get(nameOf(claim));
    return known && replayed(known, claim.bodyDigest);
  }

  /** Alone in its transaction, so that one repository that is taken does not undo the others. */
  private updateUnlessTaken(change: TaskChange): Task[] {
    const isClaim =
      holdsRepository(change.after) && !holdsRepository(change.before);
    try {
      const task = this.tables.transaction(() => this.tasks.update(change));
      return task ? [task] : [];
    } catch (error) {
      if (isClaim && error instanceof FlightTaken) return [];
      throw error;
    }
  }

  private inPhases(phases: readonly string[]): Task[] {
    return [...this.tables.tasks.values()].filter(({ phase }) =>
      phases.includes(phase),
    );
  }
}

function nameOf({ principal, route, key }: IdempotencyClaim): string {
  return JSON.stringify([principal, route, key]);
}

function keepFirst<V extends { digest: string }>(
  table: Map<string, V>,
  key: string,
  version: V,
): 'kept' | 'conflict' {
  const known = table.get(key);
  if (!known) table.set(key, version);
  return (known ?? version).digest === version.digest ? 'kept' : 'conflict';
}

function trimmed<V>(
  table: Map<string, V>,
  isOver: (value: V) => boolean,
): number {
  const over = [...table].filter(([, value]) => isOver(value));
  over.forEach(([key]) => table.delete(key));
  return over.length;
}
