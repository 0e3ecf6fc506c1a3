import { until } from '../killTest/until';
import { Gate } from './Gate';
import { Matrix } from './Matrix';
import { openMatrix } from './openMatrix';
import { Portal } from './Portal';

jest.setTimeout(300_000);

const HOUR_S = 3_600;
/** How long a start may take from its claim to the request, by the lease of these tests. */
const SLACK = { lease: 'PT36S', ms: 4_000 };

let matrix: Matrix;

beforeAll(async () => {
  matrix = await openMatrix({ hasNotifications: true });
});
afterAll(() => matrix?.close());

/** The tasks by their rows. */
const uncommitted = 1;
const unanswered = 2;
const unsent = 3;
const unsaved = 8;
const untold = 9;

describe('a kill that finds a process in the middle of everything', () => {
  const ids: Record<number, string> = {};
  /** What became of the requests that were open. */
  let answers: PromiseSettledResult<unknown>[];
  const keyOf = (row: number) => `row-${row}`;

  beforeAll(async () => {
    matrix.spoilStart(untold, 'error_before');
    ids[untold] = await matrix.submit(untold);
    const told = await matrix.shut('before a notice is marked as sent');
    await matrix.settled(ids[untold], 'quarantined');
    await told.reached();

    const created = await matrix.shut('before a created task is stored');
    ids[unsaved] = await matrix.submit(unsaved);
    await created.reached();

    const claimed = await matrix.shut('at the commit of an intent');
    ids[unsent] = await matrix.submit(unsent);
    await claimed.reached();

    const stored = await matrix.shut('at the commit of a submit');
    const lost = [matrix.ask(unanswered, keyOf(unanswered))];
    await stored.reached();
    const asked = await matrix.shut('before a submit commits');
    lost.push(matrix.ask(uncommitted, keyOf(uncommitted)));
    await asked.reached();

    const settling = Promise.allSettled(lost);
    await matrix.portal.replica.kill();
    // A statement on its own would still commit, once its gate is open.
    await told.cut();
    const gates: Gate[] = [created, claimed, stored, asked];
    for (const gate of gates) await gate.open();
    answers = await settling;
    await matrix.start({
      ...{ hasNotifications: true, hasPeople: true },
      lease: SLACK.lease,
    });
    await matrix.makeOlder();
  });

  it('row 1: a kill before a submit commits, and the same key again, makes one task', async () => {
    expect(answers[1].status).toBe('rejected');
    const { task, replayed } = await matrix.ask(
      uncommitted,
      keyOf(uncommitted),
    );
    expect(replayed).toBe(false);
    const { items } = await matrix.portal.api.tasks.list({ limit: 100 });
    const alike = items.filter(({ title }) => title === task.title);
    expect(alike.map(({ id }) => id)).toEqual([task.id]);
    const { provider } = await matrix.settled(task.id, 'tracking');
    expect(matrix.truth(task.id, uncommitted)).toEqual({
      posts: 1,
      created: [provider.taskId],
    });
  });

  it('row 2: a submit that committed, its answer lost, gives the same task again, marked as replayed', async () => {
    expect(answers[0].status).toBe('rejected');
    const { task, replayed } = await matrix.ask(unanswered, keyOf(unanswered));
    expect(replayed).toBe(true);
    const { items } = await matrix.portal.api.tasks.list({ limit: 100 });
    const alike = items.filter(({ title }) => title === task.title);
    expect(alike.map(({ id }) => id)).toEqual([task.id]);
    const { provider } = await matrix.settled(task.id, 'tracking');
    expect(matrix.truth(task.id, unanswered)).toEqual({
      posts: 1,
      created: [provider.taskId],
    });
  });

  it('row 3: a kill after the intent, before the send, ends quarantined with 0 POSTs', async () => {
    await matrix.settled(ids[unsent], 'quarantined');
    expect(matrix.truth(ids[unsent], unsent)).toEqual({
      posts: 0,
      created: [],
    });
  });

  it('row 8: a 201, and a kill before its commit, is adopted', async () => {
    const { provider } = await matrix.settled(ids[unsaved], 'tracking');
    expect(matrix.truth(ids[unsaved], unsaved)).toEqual({
      posts: 1,
      created: [provider.taskId],
    });
  });

  it('row 9: a kill between an effect and its mark makes one notification', async () => {
    const notices = () =>
      matrix.knex('effect').where({ task_id: ids[untold], kind: 'notify' });
    // What a dead process had claimed comes due again after a minute.
    await notices().whereNull('performed_at').update({ due_at: 0 });
    const performed = await until('the notice to be marked', async () => {
      const rows = await notices();
      return rows.every(row => row.performed_at !== null) && rows;
    });
    expect(performed.map(({ attempts }) => attempts)).toContain(2);
    const seen = await matrix.withTablesOf('notifications', knex =>
      knex('notification')
        .where({ scope: `agent-task:${ids[untold]}` })
        .groupBy('user')
        .count({ count: '*' }),
    );
    expect(seen).toEqual([{ count: '1' }, { count: '1' }]);
  });
});

describe('a process that stands still while another one takes over', () => {
  /** Tasks by what its hold on them was. */
  const numbers = { unsent: 14, turnedAway: 15, created: 16 };
  const ids = { unsent: '', turnedAway: '', created: '' };
  let zombie: Portal;

  /** Whether the record says that a verdict of an earlier claim came to nothing. */
  async function isDropped(id: string): Promise<boolean> {
    const { items } = await matrix.portal.api.tasks.events(id);
    return items.some(({ type }) => type === 'dropped');
  }

  beforeAll(async () => {
    zombie = matrix.portal;
    // Now: the catalog may wait for the one that stands still.
    const token = await zombie.signIn();
    // Whoever takes over must not see what was created.
    matrix.github.control.settings({ listingLagSeconds: HOUR_S });
    matrix.spoilStart(numbers.turnedAway, 'secondary_limit');
    const judged = await matrix.shut('before a verdict is stored');
    ids.turnedAway = await matrix.submit(numbers.turnedAway);
    ids.created = await matrix.submit(numbers.created);
    await judged.reached(2);
    const claimed = await matrix.shut('at the commit of an intent');
    ids.unsent = await matrix.submit(numbers.unsent);
    await claimed.reached();
    const prompts = await matrix.shutPrompts();
    await claimed.open();
    await prompts.reached();

    zombie.replica.pause();
    const pausedAt = performance.now();
    await judged.open();
    await prompts.open();
    await matrix.start({ hasPeople: true });
    await matrix.makeOlder();
    const operator = matrix.portal.as(token);
    for (const id of Object.values(ids)) {
      await matrix.settled(id, 'quarantined');
    }
    for (const id of [ids.unsent, ids.turnedAway]) {
      await operator.tasks.act(id, 'resolve', {
        decision: 'confirm-not-started',
        reason: 'Nothing is there.',
      });
      await matrix.settled(id, 'tracking');
    }
    await until(
      'the lease to be over',
      () => performance.now() - pausedAt > SLACK.ms,
    );
    zombie.replica.resume();
  });
  afterAll(() => zombie?.replica.kill());

  it('row 4: a process paused past its lease between claim and send sends 0 POSTs, and 1 is sent in all', async () => {
    await until(
      'the one that was paused to go on',
      async () =>
        matrix.truth(ids.unsent, numbers.unsent).posts > 1 ||
        isDropped(ids.unsent),
    );
    const { provider } = await matrix.settled(ids.unsent, 'tracking');
    expect(matrix.truth(ids.unsent, numbers.unsent)).toEqual({
      posts: 1,
      created: [provider.taskId],
    });
  });

  it("row 11: a zombie's verdict after a takeover is dropped and counted, and a 201 still counts", async () => {
    await until('its verdict to be dropped', () => isDropped(ids.turnedAway));
    const { provider } = await matrix.settled(ids.turnedAway, 'tracking');
    expect(matrix.truth(ids.turnedAway, numbers.turnedAway)).toEqual({
      // The first one was turned away.
      posts: 2,
      created: [provider.taskId],
    });
    const late = await matrix.settled(ids.created, 'tracking');
    expect(matrix.truth(ids.created, numbers.created)).toEqual({
      posts: 1,
      created: [late.provider.taskId],
    });
  });
});
