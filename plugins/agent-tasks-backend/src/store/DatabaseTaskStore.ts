import { Knex } from 'knex';
import { Task } from '../domain/task/task';
import { databaseClock, numberOf } from './databaseClock';
import { DUE_LOOPS } from './dueLoops';
import { RecordSeal } from './RecordSeal';
import { claimDueEffects } from './statements/effect/claimDueEffects';
import { insertEffects } from './statements/effect/insertEffects';
import { finishEffect, postponeEffect } from './statements/effect/settleEffect';
import { claimSweep } from './statements/identity/claimSweep';
import { selectIdentities } from './statements/identity/selectIdentities';
import { upsertIdentity } from './statements/identity/upsertIdentity';
import { appendEvents, sealEvents } from './statements/record/appendEvents';
import { claimIdempotencyKey } from './statements/record/claimIdempotencyKey';
import { findIdempotencyKey } from './statements/record/findIdempotencyKey';
import { insertRaw } from './statements/record/insertRaw';
import { trimTables } from './statements/record/trimTables';
import { writeCosts } from './statements/record/writeCosts';
import { keepPolicyVersion } from './statements/record/keepPolicyVersion';
import { readInstallation } from './statements/record/readInstallation';
import { selectFreezes } from './statements/record/selectFreezes';
import { claimDueTasks } from './statements/task/claimDueTasks';
import { countFollowed } from './statements/task/countFollowed';
import { countWaiting } from './statements/task/countWaiting';
import { findDuplicate } from './statements/task/findDuplicate';
import { hintReads } from './statements/task/hintReads';
import { insertTask } from './statements/task/insertTask';
import { lockAdmission } from './statements/task/lockAdmission';
import { replaceRefs } from './statements/task/replaceRefs';
import { selectCandidates } from './statements/task/selectCandidates';
import { selectInFlight } from './statements/task/selectInFlight';
import { selectByProviderIds } from './statements/task/selectByProviderIds';
import { selectTask } from './statements/task/selectTask';
import { selectTexts } from './statements/task/selectTexts';
import { updateTask } from './statements/task/updateTask';
import { wakePreflight } from './statements/task/wakePreflight';
import { keepTemplateVersion } from './statements/template/keepTemplateVersion';
import { selectTemplateVersion } from './statements/template/selectTemplateVersion';
import {
  AdmissionOutcome,
  AdmissionSnapshot,
  ClaimedEffect,
  ClaimOptions,
  DueLoop,
  IdempotencyClaim,
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

const MAX_CANDIDATES = 200;
/** A preflight older than this is asked again before a claim trusts it. */
const PREFLIGHT_REFRESH_MS = 45_000;

/** Ends a transaction whose work must not stay, with the answer that made it so. */
class Undo extends Error {
  constructor(readonly result: SubmitResult) {
    super('undone');
  }
}

/**
 * The task store on Backstage's database: PostgreSQL for several replicas, SQLite for one process.
 * Transactions are short, speak only to the database, and take at most one row of another's.
 */
export class DatabaseTaskStore implements TaskStore {
  constructor(
    private readonly knex: Knex,
    private readonly seal: RecordSeal,
    private readonly newId: () => string,
  ) {}

  async now(): Promise<number> {
    const row = await this.knex
      .select({ at: databaseClock(this.knex) })
      .first();
    return numberOf(row.at);
  }

  installation(): Promise<{ id: string; instance: string | null }> {
    return readInstallation(this.knex, this.newId);
  }

  async submit(submission: Submission): Promise<SubmitResult> {
    const { task, idempotency, duplicateKey, maxWaiting } = submission;
    try {
      await this.knex.transaction(async trx => {
        // The key first: of two equal requests the second waits here and then sees the first.
        const replay =
          idempotency &&
          (await claimIdempotencyKey(
            trx,
            idempotency,
            task.id,
            task.createdAt,
          ));
        if (replay) throw new Undo(replayed(replay, idempotency.bodyDigest));
        const waiting = await countWaiting(
          trx,
          DUE_LOOPS.preflight.phases,
          maxWaiting,
        );
        if (waiting >= maxWaiting) throw new Undo({ kind: 'full', waiting });
        if (submission.refuseDuplicate) {
          const taskId = await findDuplicate(trx, duplicateKey, null);
          if (taskId) throw new Undo({ kind: 'duplicate', taskId });
        }
        await this.insert(trx, submission);
      });
      return { kind: 'stored' };
    } catch (error) {
      if (error instanceof Undo) return error.result;
      throw error;
    }
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

  save(change: TaskChange): Promise<boolean> {
    return this.knex.transaction(trx => this.write(trx, change));
  }

  claimDue(loop: DueLoop, options: ClaimOptions): Promise<string[]> {
    return claimDueTasks(this.knex, {
      ...DUE_LOOPS[loop],
      ...options,
      ...(loop === 'preflight'
        ? { preflightOlderThanMs: PREFLIGHT_REFRESH_MS }
        : {}),
    });
  }

  admit(
    decide: (snapshot: AdmissionSnapshot) => AdmissionOutcome,
  ): Promise<Task[] | undefined> {
    return this.knex.transaction(async trx => {
      if (!(await lockAdmission(trx))) return undefined;
      const candidates = await selectCandidates(
        trx,
        ['queued'],
        MAX_CANDIDATES,
      );
      if (candidates.length === 0) return [];
      const clock = await trx.select({ at: databaseClock(trx) }).first();
      const { changes, wakePreflight: wake } = decide({
        now: numberOf(clock.at),
        candidates,
        inFlight: await selectInFlight(trx),
        freezes: await selectFreezes(trx),
        identities: await selectIdentities(trx),
      });
      await wakePreflight(trx, wake);
      const saved: Task[] = [];
      for (const change of changes) {
        if (await this.writeUnlessTaken(trx, change)) saved.push(change.after);
      }
      return saved;
    });
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

  claimSweep(
    id: string,
    lane: 'live' | 'archived',
    holdForMs: number,
  ): Promise<boolean> {
    const column = lane === 'live' ? 'next_sweep_at' : 'next_archived_sweep_at';
    return claimSweep(this.knex, id, column, holdForMs);
  }

  followed(
    identityId: string,
  ): Promise<{ count: number; youngestMs: number | null }> {
    return countFollowed(this.knex, identityId);
  }

  async hintReads(
    loop: 'read' | 'artifacts',
    hints: ReadHint[],
  ): Promise<number> {
    const column = loop === 'read' ? 'read_due_at' : 'artifact_due_at';
    let touched = 0;
    for (const hint of hints) {
      touched += await hintReads(this.knex, column, hint);
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

  private async insert(
    trx: Knex.Transaction,
    { task, texts, history, effects, duplicateKey }: Submission,
  ): Promise<void> {
    const { head, lines } = sealEvents(
      this.seal,
      task.id,
      { eventCount: 0, chainHead: null },
      history,
    );
    await insertTask(trx, { ...task, ...head }, texts, duplicateKey);
    await replaceRefs(trx, 'task_owner', task.id, task.people.owners);
    await replaceRefs(trx, 'task_route', task.id, task.routedTo);
    await appendEvents(trx, task.id, lines);
    await insertEffects(trx, task.id, task.createdAt, this.newId, effects);
  }

  /** Everything behind the version fence: whoever loses it has written nothing. */
  private async write(
    trx: Knex.Transaction,
    { before, after, history, effects, costs, raw }: TaskChange,
  ): Promise<boolean> {
    const { head, lines } = sealEvents(this.seal, after.id, before, history);
    const isWritten = await updateTask(trx, before, { ...after, ...head });
    if (!isWritten) return false;
    const at = after.updatedAt;
    if (!isSame(before.people.owners, after.people.owners)) {
      await replaceRefs(trx, 'task_owner', after.id, after.people.owners);
    }
    if (!isSame(before.routedTo, after.routedTo)) {
      await replaceRefs(trx, 'task_route', after.id, after.routedTo);
    }
    await appendEvents(trx, after.id, lines);
    await insertEffects(trx, after.id, at, this.newId, effects);
    await writeCosts(trx, after.id, at, costs);
    if (raw !== undefined) {
      await insertRaw(trx, after.id, after.version, at, raw);
    }
    return true;
  }

  /** A savepoint of its own, so that one repository that is taken does not undo the others. */
  private async writeUnlessTaken(
    trx: Knex.Transaction,
    change: TaskChange,
  ): Promise<boolean> {
    try {
      return await trx.transaction(savepoint => this.write(savepoint, change));
    } catch (error) {
      if (isFlightTaken(error)) return false;
      throw error;
    }
  }
}

function replayed(
  known: { taskId: string; bodyDigest: string },
  bodyDigest: string,
): SubmitResult {
  return known.bodyDigest === bodyDigest
    ? { kind: 'replayed', taskId: known.taskId }
    : { kind: 'keyReused' };
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((ref, index) => ref === b[index]);
}

/** The unique index of one flight per repository, as either database names it. */
function isFlightTaken(error: unknown): boolean {
  const text = error instanceof Error ? error.message : '';
  return (
    text.includes('task_one_flight_idx') || text.includes('task.flight_key')
  );
}
