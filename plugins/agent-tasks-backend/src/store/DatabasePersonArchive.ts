import { Knex } from 'knex';
import {
  namesLogin,
  reviewersOf,
  withoutLogins,
} from '../domain/record/withoutLogins';
import {
  Erasure,
  namesPerson,
  withoutPerson,
} from '../domain/record/withoutPerson';
import { HistoryEntry } from '../domain/task/historyEntry';
import { holdsPerson } from '../domain/task/holdsPerson';
import { ErasedTask, HeldPerson, PersonArchive } from './PersonArchive';
import { RecordSeal } from './RecordSeal';
import { erasePersonElsewhere } from './statements/person/erasePersonElsewhere';
import { erasePersonOfLines } from './statements/person/erasePersonOfLines';
import { erasePersonOfTexts } from './statements/person/erasePersonOfTexts';
import { lockTask } from './statements/person/lockTask';
import { selectNaming } from './statements/person/selectNaming';
import { selectTask } from './statements/task/selectTask';
import { selectTexts } from './statements/task/selectTexts';
import { TaskWriter } from './TaskWriter';

/** Takes persons out of the plugin's database, beside a portal that may be running. */
export class DatabasePersonArchive implements PersonArchive {
  private readonly writer: TaskWriter;

  constructor(private readonly knex: Knex, seal: RecordSeal) {
    this.writer = new TaskWriter(seal, () => {
      throw new Error('Erasing has no effects to name');
    });
  }

  naming(text: string, afterId: string, limit: number): Promise<string[]> {
    return selectNaming(this.knex, text, { afterId, limit });
  }

  async heldBy(
    taskId: string,
    erasure: Erasure,
  ): Promise<HeldPerson | undefined> {
    const loaded = await selectTask(this.knex, taskId);
    if (!loaded) return undefined;
    const texts = await selectTexts(this.knex, taskId);
    const prompt = texts?.prompt ?? null;
    const roles = holdsPerson(loaded.task, prompt, erasure);
    return roles.length > 0 ? { taskId, roles } : undefined;
  }

  erase(taskId: string, erasure: Erasure, by: string): Promise<ErasedTask> {
    return this.knex.transaction(trx => this.eraseIn(trx, taskId, erasure, by));
  }

  eraseElsewhere(erasure: Erasure): Promise<number> {
    return this.knex.transaction(trx => erasePersonElsewhere(trx, erasure));
  }

  /** The lines go first, so that the one that tells of it, which names nobody, can stay. */
  private async eraseIn(
    trx: Knex.Transaction,
    taskId: string,
    erasure: Erasure,
    by: string,
  ): Promise<ErasedTask> {
    await lockTask(trx, taskId);
    const loaded = await selectTask(trx, taskId);
    if (!loaded) return { kind: 'clean' };
    const { task, now } = loaded;
    const { personRef, pseudonym } = erasure;
    const texts = await selectTexts(trx, taskId);
    const roles = holdsPerson(task, texts?.prompt ?? null, erasure);
    if (roles.length > 0) return { kind: 'held', taskId, roles };
    const lines = await erasePersonOfLines(trx, taskId, erasure);
    const isAuthor = task.requester.ref === personRef;
    const hadTexts = await erasePersonOfTexts(trx, taskId, {
      ...erasure,
      isAuthor,
    });
    const isNamed =
      namesPerson(task, personRef) ||
      namesLogin(reviewersOf(task.pullRequests), erasure);
    if (lines === 0 && !hadTexts && !isNamed) return { kind: 'clean' };
    const told: HistoryEntry = {
      type: 'noted',
      at: now,
      actor: { type: 'system', ref: null },
      source: 'command',
      details: { what: 'person_erased', with: { pseudonym, lines, by } },
    };
    await this.writer.update(trx, {
      before: task,
      after: {
        ...withoutPerson(task, erasure),
        pullRequests: withoutLogins(
          withoutPerson(task.pullRequests, erasure),
          erasure,
        ),
        version: task.version + 1,
        revision: task.revision + 1,
        updatedAt: now,
      },
      history: [told],
      effects: [],
      costs: [],
    });
    return { kind: 'erased', lines };
  }
}
