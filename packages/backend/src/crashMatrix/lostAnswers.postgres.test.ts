import { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { FaultKind } from '@agent-tasks/github-simulator';
import { until } from '../killTest/until';
import { ROBOTS, robotToken, slugOf } from '../killTest/world';
import { Matrix } from './Matrix';
import { openMatrix } from './openMatrix';

jest.setTimeout(300_000);

const HOUR_MS = 3_600_000;
const ONE_START = { posts: 1, created: 1, isFollowed: true };

/** The tasks, each in a repository of its own; the rest by six is the account that starts it. */
const REFUSED = 6;
const RESET_AFTER = 7;
const ERROR_AFTER = 8;
const TIMED_OUT = 9;
const ERROR_BEFORE = 10;
const RESET_BEFORE = 12;
const LAGGING = 13;
const ARCHIVED = 14;
const SHY = 15;
const CANCELLED = 16;
const REVOKED = 17;
const RENAMED = 18;
const UNSAVED = 19;
const IN_FLIGHT = 20;
const FROZEN = 21;

describe('the crash matrix, where answers get lost and the world changes', () => {
  let matrix: Matrix;
  let timedOut: string;
  let late: { id: string };

  beforeAll(async () => {
    matrix = await openMatrix({ hasPeople: true });
  });
  afterAll(() => matrix?.close());

  /** Asks for a task whose start nobody learns the end of. */
  async function lose(number: number, kind: FaultKind): Promise<string> {
    matrix.spoilStart(number, kind);
    const id = await matrix.submit(number);
    await matrix.settled(id, 'unconfirmed');
    return id;
  }

  /** What GitHub knows of a task, and whether that is what the portal follows. */
  function startsOf({ id, provider }: Task, number: number) {
    const { posts, created } = matrix.truth(id, number);
    const isFollowed = created[0] === provider.taskId;
    return { posts, created: created.length, isFollowed };
  }

  it('row 5: a refused connection brings the task back to the queue, and it is started once', async () => {
    const claimed = await matrix.shut('at the commit of an intent');
    const id = await matrix.submit(REFUSED);
    await claimed.reached();
    await matrix.line.cut();
    await claimed.open();
    await until('the task to be back in the queue', async () => {
      const { phase, attempts } = await matrix.portal.api.tasks.get(id);
      return phase === 'queued' && attempts === 1;
    });
    expect(matrix.truth(id, REFUSED)).toEqual({ posts: 0, created: [] });
    await matrix.line.mend();
    expect(startsOf(await matrix.settled(id, 'tracking'), REFUSED)).toEqual(
      ONE_START,
    );
    // The portal waits 30 s for an answer, while the rows that follow have theirs.
    late = matrix.spoilStart(TIMED_OUT, 'slow_before');
    timedOut = await matrix.submit(TIMED_OUT);
  });

  it.each([
    ['lost', RESET_AFTER, 'reset_after'],
    ['a 5xx', ERROR_AFTER, 'error_after'],
  ] as const)(
    'row 6: an answer that is %s after the creation is adopted, 1 start',
    async (_what, number, kind) => {
      const id = await lose(number, kind);
      expect(startsOf(await matrix.settled(id, 'tracking'), number)).toEqual(
        ONE_START,
      );
    },
  );

  it.each([
    ['a 5xx', ERROR_BEFORE, 'error_before'],
    ['a reset', RESET_BEFORE, 'reset_before'],
  ] as const)(
    'row 7: %s before the creation ends quarantined, 0 re-sends',
    async (_what, number, kind) => {
      const id = await lose(number, kind);
      await matrix.settled(id, 'quarantined');
      expect(matrix.truth(id, number)).toEqual({ posts: 1, created: [] });
    },
  );

  it('row 8: a database that is gone at the commit of a 201 does not lose it', async () => {
    const created = await matrix.shut('before a created task is stored');
    const id = await matrix.submit(UNSAVED);
    await created.reached();
    await created.cut();
    await matrix.makeOlder();
    expect(startsOf(await matrix.settled(id, 'tracking'), UNSAVED)).toEqual(
      ONE_START,
    );
  });

  it('row 12: what a listing shows late, archived, or without sessions is adopted late and never re-sent', async () => {
    const { control } = matrix.github;
    const archived = await lose(ARCHIVED, 'reset_after');
    control.task(matrix.truth(archived, ARCHIVED).created[0], {
      do: 'archive',
    });
    control.settings({ listingLagSeconds: HOUR_MS / 1_000 });
    const lagging = await lose(LAGGING, 'reset_after');
    control.settings({
      ...{ listingLagSeconds: 0, speed: 0.1 },
      quirks: { late_sessions: 1 },
    });
    const shy = await lose(SHY, 'reset_after');
    control.settings({ speed: 10, quirks: { late_sessions: 0 } });

    expect(
      startsOf(await matrix.settled(archived, 'tracking'), ARCHIVED),
    ).toEqual(ONE_START);
    await matrix.settled(lagging, 'quarantined');
    expect((await matrix.looked(shy, 4)).phase).toBe('unconfirmed');
    control.advance(HOUR_MS);
    // The next look after a quarantine is minutes away.
    await matrix
      .knex('task')
      .where({ id: lagging })
      .update({ start_due_at: 0 });
    expect(
      startsOf(await matrix.settled(lagging, 'tracking'), LAGGING),
    ).toEqual(ONE_START);
    expect(startsOf(await matrix.settled(shy, 'tracking'), SHY)).toEqual(
      ONE_START,
    );
  });

  it('row 13: a cancel while unconfirmed is adopted, then stopped', async () => {
    const { control } = matrix.github;
    const repository = slugOf(CANCELLED);
    control.script({ script: 'works-on', repository });
    const id = await lose(CANCELLED, 'reset_after');
    // So that the agent has begun, and there is something to stop.
    control.advance(60_000);
    const { api } = matrix.portal;
    await api.tasks.act(id, 'cancel', { reason: 'Not needed any more.' });
    expect(startsOf(await matrix.settled(id, 'tracking'), CANCELLED)).toEqual(
      ONE_START,
    );
    const stopped = await until('a read to confirm the stop', async () => {
      const task = await api.tasks.get(id);
      return task.state === 'cancelled' && task;
    });
    const there = control.tasks().tasks;
    expect(there.find(one => one.id === stopped.provider.taskId)?.state).toBe(
      'cancelled',
    );
  });

  it('row 14: the verdict of a POST in flight is kept when a freeze comes, and nothing starts after it', async () => {
    const { control } = matrix.github;
    const { api } = matrix.portal;
    const held = matrix.spoilStart(IN_FLIGHT, 'slow_after');
    const id = await matrix.submit(IN_FLIGHT);
    await until('the start to be in flight', () => held.hit > 0);
    const operator = matrix.portal.as(await matrix.portal.signIn());
    const freeze = await operator.freezes.create({
      scope: { kind: 'all' },
      reason: 'Stand still.',
    });
    const next = await matrix.submit(FROZEN);
    control.withdrawFaults(held.id);
    expect(startsOf(await matrix.settled(id, 'tracking'), IN_FLIGHT)).toEqual(
      ONE_START,
    );
    await until('the next one to say why it waits', async () => {
      const task = await api.tasks.get(next);
      return task.held?.reason === 'frozen';
    });
    expect(matrix.truth(next, FROZEN)).toEqual({ posts: 0, created: [] });
    await operator.freezes.thaw(freeze.id);
    expect(startsOf(await matrix.settled(next, 'tracking'), FROZEN)).toEqual(
      ONE_START,
    );
  });

  it('row 16: a start whose repository was renamed in between is found by its id', async () => {
    const id = await lose(RENAMED, 'reset_after');
    matrix.github.control.repository(slugOf(RENAMED), { name: 'new-name' });
    expect(startsOf(await matrix.settled(id, 'tracking'), RENAMED)).toEqual(
      ONE_START,
    );
  });

  it('row 15: a start whose token was revoked before the listing waits, as do others for their identity, then goes to a person', async () => {
    const id = await lose(REVOKED, 'error_before');
    matrix.github.control.revokeToken(robotToken(REVOKED % ROBOTS));
    const next = await matrix.submit(REVOKED + ROBOTS);
    const { tasks } = matrix.portal.api;
    await until('the next one to say why it waits', async () => {
      const { held } = await tasks.get(next);
      return held?.reason === 'identity';
    });
    // Old enough to be given up, had anybody been able to look.
    await matrix.makeOlder(HOUR_MS / 2, id);
    await matrix.lookedAt(id);
    expect((await tasks.get(id)).phase).toBe('unconfirmed');
    await matrix.makeOlder(HOUR_MS, id);
    await matrix.settled(id, 'quarantined');
    expect(matrix.truth(id, REVOKED)).toEqual({ posts: 1, created: [] });
  });

  it('row 6: a timeout, and a creation after it, is adopted, 1 start', async () => {
    await matrix.settled(timedOut, 'unconfirmed');
    matrix.github.control.withdrawFaults(late.id);
    expect(
      startsOf(await matrix.settled(timedOut, 'tracking'), TIMED_OUT),
    ).toEqual(ONE_START);
  });
});
