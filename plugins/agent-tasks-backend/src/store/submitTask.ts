import { Knex } from 'knex';
import { DUE_LOOPS } from './dueLoops';
import { claimIdempotencyKey } from './statements/record/claimIdempotencyKey';
import { countWaiting } from './statements/task/countWaiting';
import { findDuplicate } from './statements/task/findDuplicate';
import { lockDuplicateKey } from './statements/task/lockDuplicateKey';
import { Submission, SubmitResult } from './TaskStore';
import { TaskWriter } from './TaskWriter';

/** Ends a transaction whose work must not stay, with the answer that made it so. */
class Undo extends Error {
  constructor(readonly result: SubmitResult) {
    super('undone');
  }
}

/** Stores a new task wholly, or answers why not and leaves nothing behind. */
export async function submitTask(
  knex: Knex,
  writer: TaskWriter,
  submission: Submission,
): Promise<SubmitResult> {
  try {
    await knex.transaction(async trx => {
      await refuse(trx, submission);
      await writer.insert(trx, submission);
    });
    return { kind: 'stored' };
  } catch (error) {
    if (error instanceof Undo) return error.result;
    throw error;
  }
}

async function refuse(
  trx: Knex.Transaction,
  submission: Submission,
): Promise<void> {
  const { task, idempotency, duplicateKey, maxWaiting } = submission;
  if (idempotency) {
    // First: of two equal requests the second waits here and then sees the first.
    const known = await claimIdempotencyKey(
      trx,
      idempotency,
      task.id,
      task.createdAt,
    );
    if (known) throw new Undo(replayed(known, idempotency.bodyDigest));
  }
  const { phases } = DUE_LOOPS.preflight;
  const waiting = await countWaiting(trx, phases, maxWaiting);
  if (waiting >= maxWaiting) throw new Undo({ kind: 'full', waiting });
  if (submission.refuseDuplicate) {
    await lockDuplicateKey(trx, duplicateKey);
    const taskId = await findDuplicate(trx, duplicateKey, null);
    if (taskId) throw new Undo({ kind: 'duplicate', taskId });
  }
}

/** What a repeated key is answered with: the same task for the same body. */
export function replayed(
  known: { taskId: string; bodyDigest: string },
  bodyDigest: string,
): SubmitResult {
  return known.bodyDigest === bodyDigest
    ? { kind: 'replayed', taskId: known.taskId }
    : { kind: 'keyReused' };
}
