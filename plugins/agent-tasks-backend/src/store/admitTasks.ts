import { Knex } from 'knex';
import { holdsRepository } from '../domain/admission/holdsRepository';
import { Task } from '../domain/task/task';
import { databaseClock, numberOf } from './databaseClock';
import { isFlightTaken } from './isFlightTaken';
import { breakerScopesOf } from '../domain/breaker/breakerScopesOf';
import { selectBreakers } from './statements/breaker/selectBreakers';
import { selectFacts } from './statements/breaker/selectFacts';
import { upsertBreakers } from './statements/breaker/upsertBreakers';
import { selectIdentities } from './statements/identity/selectIdentities';
import { selectFreezes } from './statements/freeze/selectFreezes';
import { lockAdmission } from './statements/task/lockAdmission';
import { selectCandidates } from './statements/task/selectCandidates';
import { selectInFlight } from './statements/task/selectInFlight';
import { wakePreflight } from './statements/task/wakePreflight';
import { AdmissionOutcome, AdmissionSnapshot, TaskChange } from './TaskStore';
import { TaskWriter } from './TaskWriter';

const MAX_CANDIDATES = 200;

/**
 * One admission decision, in the caller's transaction. The lock on the admission row makes what is
 * counted here true until the commit: only a decision raises a counter.
 */
export async function admitTasks(
  trx: Knex.Transaction,
  writer: TaskWriter,
  decide: (snapshot: AdmissionSnapshot) => AdmissionOutcome,
): Promise<Task[] | undefined> {
  if (!(await lockAdmission(trx))) return undefined;
  const candidates = await selectCandidates(trx, ['queued'], MAX_CANDIDATES);
  if (candidates.length === 0) return [];
  const clock = await trx.select({ at: databaseClock(trx) }).first();
  const outcome = decide({
    now: numberOf(clock.at),
    candidates,
    inFlight: await selectInFlight(trx),
    freezes: await selectFreezes(trx),
    identities: await selectIdentities(trx),
    breakers: await selectBreakers(trx),
    breakerFacts: await selectFacts(trx, breakerScopesOf(candidates)),
  });
  const saved: Task[] = [];
  for (const change of outcome.changes) {
    const task = await (isClaim(change)
      ? updateUnlessTaken(trx, writer, change)
      : writer.update(trx, change));
    if (task) saved.push(task);
  }
  await upsertBreakers(trx, outcome.breakers ?? []);
  // After the changes: a task that is held anew and wants fresh facts must keep its wake-up.
  await wakePreflight(trx, outcome.wakePreflight);
  return saved;
}

function isClaim({ before, after }: TaskChange): boolean {
  return holdsRepository(after) && !holdsRepository(before);
}

/** A savepoint of its own, so that one repository that is taken does not undo the others. */
async function updateUnlessTaken(
  trx: Knex.Transaction,
  writer: TaskWriter,
  change: TaskChange,
): Promise<Task | undefined> {
  try {
    return await trx.transaction(savepoint => writer.update(savepoint, change));
  } catch (error) {
    if (isFlightTaken(error)) return undefined;
    throw error;
  }
}
