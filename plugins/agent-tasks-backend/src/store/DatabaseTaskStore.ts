import { Knex } from 'knex';
import { BreakerScope } from '../domain/breaker/breakerFact';
import { BreakerState } from '../domain/breaker/breakerState';
import { Lane } from '../domain/schedule/lane';
import { Task } from '../domain/task/task';
import { admitTasks } from './admitTasks';
import { databaseClock, numberOf } from './databaseClock';
import { DUE_LOOPS } from './dueLoops';
import { claimRead, noteRead } from './guardReads';
import { orderFreeze, thawFreeze } from './orderFreeze';
import { RecordSeal } from './RecordSeal';
import { selectBreakers } from './statements/breaker/selectBreakers';
import { claimDueEffects } from './statements/effect/claimDueEffects';
import { finishEffect, postponeEffect } from './statements/effect/settleEffect';
import { claimSweep } from './statements/identity/claimSweep';
import { selectIdentities } from './statements/identity/selectIdentities';
import { upsertIdentity } from './statements/identity/upsertIdentity';
import { findIdempotencyKey } from './statements/record/findIdempotencyKey';
import { trimTables } from './statements/record/trimTables';
import { keepPolicyVersion } from './statements/record/keepPolicyVersion';
import { adoptInstance } from './statements/record/adoptInstance';
import { claimInstance } from './statements/record/claimInstance';
import { readInstallation } from './statements/record/readInstallation';
import { claimDueTasks } from './statements/task/claimDueTasks';
import { countFollowed } from './statements/task/countFollowed';
import { hintReads } from './statements/task/hintReads';
import { isAnyQueued } from './statements/task/isAnyQueued';
import { selectByProviderIds } from './statements/task/selectByProviderIds';
import { selectTask } from './statements/task/selectTask';
import { selectTexts } from './statements/task/selectTexts';
import { keepTemplateVersion } from './statements/template/keepTemplateVersion';
import { selectTemplateVersion } from './statements/template/selectTemplateVersion';
import { replayed, submitTask } from './submitTask';
import {
  FollowedByIdentity,
  AdmissionOutcome,
  AdmissionSnapshot,
  ClaimedEffect,
  ClaimOptions,
  DueLoop,
  FreezeOrder,
  FreezeRow,
  IdempotencyClaim,
  Installation,
  IdentityRow,
  PolicyVersion,
  LoadedTask,
  ReadHint,
  Submission,
  SubmitResult,
  TaskChange,
  TaskStore,
  TaskTexts,
  TemplateVersion,
} from './TaskStore';
import { TaskWriter } from './TaskWriter';

/**
 * The task store on Backstage's database: PostgreSQL for several replicas, SQLite for one process.
 * Transactions are short, speak only to the database, and take at most one row of another's.
 */
export class DatabaseTaskStore implements TaskStore {
  private readonly writer: TaskWriter;

  constructor(
    private readonly knex: Knex,
    seal: RecordSeal,
    private readonly newId: () => string,
  ) {
    this.writer = new TaskWriter(seal, newId);
  }

  async now(): Promise<number> {
    const row = await this.knex
      .select({ at: databaseClock(this.knex) })
      .first();
    return numberOf(row.at);
  }

  installation(): Promise<Installation> {
    return readInstallation(this.knex, this.newId);
  }

  async claimInstance(instance: string | null): Promise<string | null> {
    await this.installation();
    return claimInstance(this.knex, instance);
  }

  adoptInstance(instance: string | null): Promise<void> {
    return adoptInstance(this.knex, instance);
  }

  submit(submission: Submission): Promise<SubmitResult> {
    return submitTask(this.knex, this.writer, submission);
  }

  async replayOf(claim: IdempotencyClaim): Promise<SubmitResult | undefined> {
    const known = await findIdempotencyKey(this.knex, claim);
    return known && replayed(known, claim.bodyDigest);
  }

  load(taskId: string): Promise<LoadedTask | undefined> {
    return selectTask(this.knex, taskId);
  }

  loadByProviderIds(provider: string, ids: string[]): Promise<Task[]> {
    return selectByProviderIds(this.knex, provider, ids);
  }

  texts(taskId: string): Promise<TaskTexts | undefined> {
    return selectTexts(this.knex, taskId);
  }

  async save(change: TaskChange): Promise<boolean> {
    const saved = await this.knex.transaction(trx =>
      this.writer.update(trx, change),
    );
    return saved !== undefined;
  }

  claimDue(loop: DueLoop, options: ClaimOptions): Promise<string[]> {
    return claimDueTasks(this.knex, { ...DUE_LOOPS[loop], ...options });
  }

  async admit(
    decide: (snapshot: AdmissionSnapshot) => AdmissionOutcome,
  ): Promise<Task[] | undefined> {
    // Every replica asks every second: while nothing waits, nothing is locked or written.
    if (!(await isAnyQueued(this.knex))) return [];
    return this.knex.transaction(trx => admitTasks(trx, this.writer, decide));
  }

  freeze(order: FreezeOrder): Promise<FreezeRow> {
    return this.knex.transaction(trx => orderFreeze(trx, this.newId, order));
  }

  thaw(freezeId: string, by: string): Promise<FreezeRow | undefined> {
    return this.knex.transaction(trx => thawFreeze(trx, freezeId, by));
  }

  async breaker(scope: BreakerScope): Promise<BreakerState | undefined> {
    return (await selectBreakers(this.knex, scope))[0];
  }

  claimRead(identityId: string): Promise<number | null> {
    return claimRead(this.knex, identityId);
  }

  noteRead(
    identityId: string,
    isAnswered: boolean,
  ): Promise<BreakerState | null> {
    return noteRead(this.knex, identityId, isAnswered);
  }

  claimEffects(options: ClaimOptions): Promise<ClaimedEffect[]> {
    return claimDueEffects(this.knex, options);
  }

  finishEffect(effectId: string): Promise<void> {
    return finishEffect(this.knex, effectId);
  }

  postponeEffect(effectId: string, dueAt: number): Promise<void> {
    return postponeEffect(this.knex, effectId, dueAt);
  }

  async identity(id: string): Promise<IdentityRow | undefined> {
    return (await selectIdentities(this.knex, id))[0];
  }

  saveIdentity(
    id: string,
    facts: Partial<Omit<IdentityRow, 'id'>>,
  ): Promise<void> {
    return upsertIdentity(this.knex, id, facts);
  }

  claimSweep(id: string, lane: Lane, holdForMs: number): Promise<boolean> {
    const column = lane === 'live' ? 'next_sweep_at' : 'next_archived_sweep_at';
    return claimSweep(this.knex, id, column, holdForMs);
  }

  followed(): Promise<FollowedByIdentity> {
    return countFollowed(this.knex);
  }

  async hintReads(
    loop: 'read' | 'artifacts',
    hints: ReadHint[],
    afterMs = 0,
  ): Promise<number> {
    const column = loop === 'read' ? 'read_due_at' : 'artifact_due_at';
    const ids = hints.flatMap(({ providerTaskId }) => providerTaskId ?? []);
    let touched =
      ids.length > 0
        ? await hintReads(this.knex, column, { providerTaskIds: ids }, afterMs)
        : 0;
    for (const { repositoryId, branch } of hints) {
      if (repositoryId !== undefined) {
        const place = { repositoryId, branch };
        touched += await hintReads(this.knex, column, place, afterMs);
      }
    }
    return touched;
  }

  keepTemplateVersion(version: TemplateVersion): Promise<'kept' | 'conflict'> {
    return keepTemplateVersion(this.knex, version);
  }

  templateVersion(
    ref: string,
    version: string,
  ): Promise<TemplateVersion | undefined> {
    return selectTemplateVersion(this.knex, ref, version);
  }

  keepPolicyVersion(version: PolicyVersion): Promise<'kept' | 'conflict'> {
    return keepPolicyVersion(this.knex, version);
  }

  trim(before: {
    idempotency: number;
    raw: number;
    effects: number;
  }): Promise<Record<string, number>> {
    return trimTables(this.knex, before);
  }
}
