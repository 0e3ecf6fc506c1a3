import { randomUUID } from 'node:crypto';
import { Knex } from 'knex';
import { Task } from '../domain/task/task';
import { DAY, examplePullRequest } from '../domain/testing/exampleData';
import { DatabaseTaskArchive } from './DatabaseTaskArchive';
import { DatabaseTaskStore } from './DatabaseTaskStore';
import { exampleSeal } from './testing/exampleSeal';
import { exampleStored, exampleSubmission } from './testing/exampleStored';
import { migratedDatabase, storeDatabases } from './testing/storeDatabases';

jest.setTimeout(60_000);

const databases = storeDatabases();

describe.each(databases.eachSupportedId())('the archive on %s', id => {
  let knex: Knex;
  let store: DatabaseTaskStore;
  let archive: DatabaseTaskArchive;
  let now: number;

  beforeEach(async () => {
    knex = await migratedDatabase(databases, id);
    store = new DatabaseTaskStore(knex, exampleSeal, randomUUID);
    archive = new DatabaseTaskArchive(knex);
    now = await store.now();
  });

  async function stored(
    taskId: string,
    ageMs: number,
    over: Partial<Task> = {},
  ): Promise<void> {
    const at = now - ageMs;
    await store.submit(exampleSubmission(exampleStored(taskId, at, over)));
  }
  const withdrawn = (ageMs: number): Partial<Task> => ({
    phase: 'withdrawn',
    endedAt: now - ageMs,
  });
  const forget = (days: {
    prompts?: number;
    events?: number;
    tasks?: number;
  }) =>
    archive.forget({
      prompts: now - (days.prompts ?? 9_999) * DAY,
      events: now - (days.events ?? 9_999) * DAY,
      tasks: now - (days.tasks ?? 9_999) * DAY,
    });
  const rows = async (table: string, column = 'task_id'): Promise<string[]> =>
    (await knex(table).pluck(column)).sort();

  it('erases prompts of tasks that ended long ago, and of no others', async () => {
    await stored('old', 10 * DAY, withdrawn(9 * DAY));
    await stored('young', 10 * DAY, withdrawn(DAY));
    await stored('open', 10 * DAY);
    expect(await forget({ prompts: 5 })).toEqual({
      prompts: 1,
      events: 0,
      tasks: 0,
    });
    expect(await store.texts('old')).toEqual({ prompt: null, parameters: {} });
    expect((await store.texts('young'))?.prompt).toBe('Do young');
    expect((await store.texts('open'))?.prompt).toBe('Do open');
    expect((await forget({ prompts: 5 })).prompts).toBe(0);
  });

  it('keeps the lines of a record whose payloads it erases', async () => {
    await stored('old', 10 * DAY, withdrawn(9 * DAY));
    await stored('open', 10 * DAY);
    const anchor = await archive.anchorOf({ since: 0, until: now });
    expect((await forget({ events: 5 })).events).toBe(1);
    expect(await rows('task_event')).toEqual(['old', 'open']);
    expect(await rows('task_event_payload')).toEqual(['open']);
    expect(await archive.anchorOf({ since: 0, until: now })).toEqual(anchor);
  });

  it('deletes a task with all that belongs to it', async () => {
    await stored('old', 10 * DAY, withdrawn(9 * DAY));
    await stored('open', 10 * DAY);
    expect((await forget({ tasks: 5 })).tasks).toBe(1);
    expect(await rows('task', 'id')).toEqual(['open']);
    for (const table of ['task_event', 'task_event_payload', 'task_text']) {
      expect(await rows(table)).toEqual(['open']);
    }
  });

  it('keeps whatever has an open pull request', async () => {
    const pullRequests = [{ ...examplePullRequest(), state: 'open' as const }];
    await stored('merging', 10 * DAY, { ...withdrawn(9 * DAY), pullRequests });
    expect(await forget({ prompts: 1, events: 1, tasks: 1 })).toEqual({
      prompts: 0,
      events: 0,
      tasks: 0,
    });
  });

  describe('anchors', () => {
    const span = () => ({ since: now - 3 * DAY, until: now - DAY });
    beforeEach(async () => {
      for (const name of ['a', 'b', 'c']) await stored(name, 2 * DAY);
    });

    it('what was recorded within a span, whatever comes later or was forgotten', async () => {
      await stored('long-ago', 9 * DAY, withdrawn(8 * DAY));
      const anchor = await archive.anchorOf(span());
      expect(anchor).toMatchObject({ ...span(), records: 3 });
      await stored('later', 0);
      await forget({ tasks: 7 });
      expect(await archive.anchorOf(span())).toEqual(anchor);
      const { root } = await archive.anchorOf({ ...span(), until: now + 1 });
      expect(root).not.toBe(anchor.root);
    });

    it.each<[string, () => Promise<unknown>]>([
      [
        'a changed seal',
        () => knex('task_event').where({ task_id: 'b' }).update({ mac: 'x' }),
      ],
      [
        'a removed record',
        () => knex('task_event').where({ task_id: 'b' }).delete(),
      ],
      ['an added record', () => stored('bb', 2 * DAY)],
    ])('%s to another root', async (_, change) => {
      const { root } = await archive.anchorOf(span());
      await change();
      expect((await archive.anchorOf(span())).root).not.toBe(root);
    });

    it('a day once: the first stays', async () => {
      const first = { since: 0, until: now, records: 1, root: 'one' };
      const before = { ...first, until: now - DAY };
      await archive.keepAnchor(first);
      await archive.keepAnchor({ ...first, root: 'other' });
      await archive.keepAnchor(before);
      expect(await archive.anchors(9)).toEqual([first, before]);
      expect(await archive.anchors(1)).toEqual([first]);
    });
  });
});
