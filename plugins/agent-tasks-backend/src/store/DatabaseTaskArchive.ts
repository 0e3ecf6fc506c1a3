import { createHash } from 'node:crypto';
import { Knex } from 'knex';
import { isTrimmable } from '../domain/task/isTrimmable';
import { deleteTasks } from './statements/archive/deleteTasks';
import { erasePayloads } from './statements/archive/erasePayloads';
import { erasePrompts } from './statements/archive/erasePrompts';
import { keepAnchor } from './statements/archive/keepAnchor';
import { selectAnchors } from './statements/archive/selectAnchors';
import { selectEnded } from './statements/archive/selectEnded';
import { selectHeads } from './statements/archive/selectHeads';
import { selectTaskIds } from './statements/archive/selectTaskIds';
import {
  ForgetBefore,
  Forgotten,
  RecordAnchor,
  Span,
  TaskArchive,
} from './TaskArchive';

/** How many tasks are looked at in one statement. */
const PAGE = 500;

export class DatabaseTaskArchive implements TaskArchive {
  constructor(private readonly knex: Knex) {}

  async forget(before: ForgetBefore): Promise<Forgotten> {
    const { knex } = this;
    return {
      prompts: await this.eachEnded('prompts', before.prompts, ids =>
        erasePrompts(knex, ids),
      ),
      events: await this.eachEnded('events', before.events, ids =>
        erasePayloads(knex, ids, before.events),
      ),
      tasks: await this.eachEnded('tasks', before.tasks, ids =>
        knex.transaction(trx => deleteTasks(trx, ids)),
      ),
    };
  }

  async anchorOf({ since, until }: Span): Promise<RecordAnchor> {
    const hash = createHash('sha256');
    let records = 0;
    let afterId = '';
    for (;;) {
      const page = { since, until, afterId, limit: PAGE };
      const heads = await selectHeads(this.knex, page);
      for (const { taskId, seq, mac } of heads) {
        hash.update(`${taskId} ${seq} ${mac}\n`);
      }
      records += heads.length;
      if (heads.length < PAGE) {
        return { since, until, records, root: hash.digest('hex') };
      }
      afterId = heads[heads.length - 1].taskId;
    }
  }

  keepAnchor(anchor: RecordAnchor): Promise<void> {
    return keepAnchor(this.knex, anchor);
  }

  anchors(limit: number): Promise<RecordAnchor[]> {
    return selectAnchors(this.knex, limit);
  }

  taskIdsAfter(id: string, limit: number): Promise<string[]> {
    return selectTaskIds(this.knex, id, limit);
  }

  /** Gives the tasks that may be trimmed to `work`, a page at a time; counts them. */
  private async eachEnded(
    remains: keyof ForgetBefore,
    before: number,
    work: (ids: string[]) => Promise<void>,
  ): Promise<number> {
    let count = 0;
    let afterId = '';
    for (;;) {
      const page = { remains, before, afterId, limit: PAGE };
      const ended = await selectEnded(this.knex, page);
      const ids = ended.filter(isTrimmable).map(({ id }) => id);
      if (ids.length > 0) await work(ids);
      count += ids.length;
      if (ended.length < PAGE) return count;
      afterId = ended[ended.length - 1].id;
    }
  }
}
