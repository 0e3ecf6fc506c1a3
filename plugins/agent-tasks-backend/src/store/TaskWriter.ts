import { statusOf } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Knex } from 'knex';
import { Task } from '../domain/task/task';
import { RecordSeal } from './RecordSeal';
import { ownerRowsOf, routeRowsOf } from './rows';
import { breakerFactsOf } from '../domain/breaker/breakerFactsOf';
import { upsertFacts } from './statements/breaker/upsertFacts';
import { insertEffects } from './statements/effect/insertEffects';
import { appendEvents, sealEvents } from './statements/record/appendEvents';
import { insertRaw } from './statements/record/insertRaw';
import { writeCosts } from './statements/record/writeCosts';
import { insertTask } from './statements/task/insertTask';
import { replaceRefs } from './statements/task/replaceRefs';
import { updateOwnedStatus } from './statements/task/updateOwnedStatus';
import { updateTask } from './statements/task/updateTask';
import { Submission, TaskChange } from './TaskStore';

/** Writes a task with everything that must be true together with it, in the caller's transaction. */
export class TaskWriter {
  constructor(
    private readonly seal: RecordSeal,
    private readonly newId: () => string,
  ) {}

  async insert(
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
    await appendEvents(trx, task.id, lines);
    await insertEffects(trx, task.id, task.createdAt, this.newId, effects);
  }

  /**
   * Everything behind the version fence: whoever loses it has written nothing and gets undefined.
   * The winner gets the task as it is now, with the new end of its record.
   */
  async update(
    trx: Knex.Transaction,
    { before, after, history, effects, costs, raw }: TaskChange,
  ): Promise<Task | undefined> {
    const { head, lines } = sealEvents(this.seal, after.id, before, history);
    const next = { ...after, ...head };
    if (!(await updateTask(trx, before, next))) return undefined;
    const at = after.updatedAt;
    if (!isSame(before.people.owners, after.people.owners)) {
      await replaceRefs(trx, 'task_owner', after.id, ownerRowsOf(after));
    } else if (statusOf(before) !== statusOf(after)) {
      await updateOwnedStatus(trx, after.id, statusOf(after));
    }
    if (!isSame(before.routedTo, after.routedTo)) {
      await replaceRefs(trx, 'task_route', after.id, routeRowsOf(after));
    }
    await appendEvents(trx, after.id, lines);
    await insertEffects(trx, after.id, at, this.newId, effects);
    await writeCosts(trx, after.id, at, costs);
    await upsertFacts(trx, breakerFactsOf(before, after, history));
    if (raw !== undefined) {
      await insertRaw(trx, after.id, after.version, at, raw);
    }
    return next;
  }
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((ref, index) => ref === b[index]);
}
