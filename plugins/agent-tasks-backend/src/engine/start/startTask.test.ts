import { payments } from '../../domain/testing/exampleData';
import { byEngine } from '../systemActor';
import { EngineHarness, engineHarness } from '../testing/engineHarness';

const MINUTE = 60_000;

describe('starting a task', () => {
  let engine: EngineHarness;

  beforeEach(async () => {
    engine = await engineHarness();
  });
  afterEach(() => engine.close());

  it('sends one request, with the marker as the last line, and tracks what was created', async () => {
    const id = await engine.submit();
    await engine.run('dispatch', 'preflight', 'dispatch');
    const task = await engine.task(id);
    expect(task).toMatchObject({
      phase: 'tracking',
      providerTaskId: 'p1',
      attempts: 1,
      baseRef: 'main',
      repository: { id: '77' },
      identity: { login: 'acme-agent' },
    });
    const prompt = engine.provider.tasks[0].sessions?.[0]?.prompt;
    expect(prompt).toBe(`Work on ${id}.\n\nPortal-Task-Ref: ${task.marker}`);
    await engine.run('dispatch', 'resolve', 'dispatch');
    expect(engine.provider.calls.start).toBe(1);
  });

  it('does not send before a preflight has told what the claim rests on', async () => {
    const id = await engine.submit();
    await engine.run('dispatch');
    expect(engine.provider.calls.start).toBeUndefined();
    expect((await engine.task(id)).held?.reason).toBe('preflight');
  });

  it('finds what a lost answer had created, and starts nothing else', async () => {
    engine.provider.startFaults = [{ kind: 'lost' }];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    expect((await engine.task(id)).phase).toBe('unconfirmed');
    await engine.pass(MINUTE);
    await engine.run('resolve', 'dispatch');
    const task = await engine.task(id);
    expect(task).toMatchObject({ phase: 'tracking', providerTaskId: 'p1' });
    expect(engine.provider.startsOf(task.marker!)).toHaveLength(1);
  });

  it('hands a start that was never seen to a person, and never sends it again', async () => {
    engine.provider.startFaults = [{ kind: 'before' }];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    for (let look = 0; look < 6; look++) {
      await engine.pass(2 * MINUTE);
      await engine.run('resolve', 'dispatch');
    }
    expect(await engine.task(id)).toMatchObject({
      phase: 'quarantined',
      attention: 'unconfirmed',
    });
    expect(engine.provider.calls.start).toBe(1);
    expect(engine.provider.tasks).toHaveLength(0);
  });

  it('adopts by itself what shows up after it went to a person', async () => {
    engine.provider.startFaults = [{ kind: 'lost' }];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    const [late] = engine.provider.tasks.splice(0);
    for (let look = 0; look < 5; look++) {
      await engine.pass(2 * MINUTE);
      await engine.run('resolve');
    }
    expect((await engine.task(id)).phase).toBe('quarantined');
    engine.provider.tasks.push(late);
    await engine.pass(60 * MINUTE);
    await engine.run('resolve');
    expect((await engine.task(id)).phase).toBe('tracking');
    expect(engine.provider.calls.start).toBe(1);
  });

  it('waits for a candidate that does not show its prompt yet', async () => {
    engine.provider.startFaults = [{ kind: 'lost' }];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    const [{ sessions }] = engine.provider.tasks;
    engine.provider.tasks[0].sessions = [];
    for (let look = 0; look < 4; look++) {
      await engine.pass(2 * MINUTE);
      await engine.run('resolve');
    }
    expect((await engine.task(id)).phase).toBe('unconfirmed');
    engine.provider.tasks[0].sessions = sessions;
    await engine.pass(10 * MINUTE);
    await engine.run('resolve');
    expect((await engine.task(id)).phase).toBe('tracking');
  });

  it('leaves what is tied to another task there, and tells operators once', async () => {
    engine.provider.startFaults = [{ kind: 'lost' }];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    // Somebody tied it to a task of theirs before the machine came to look.
    const other = await engine.submit();
    await engine.happens(other, {
      type: 'found',
      ...byEngine,
      providerTask: engine.provider.tasks[0],
    });
    for (let look = 0; look < 6; look++) {
      await engine.pass(10 * MINUTE);
      await engine.run('resolve', 'dispatch', 'perform', 'perform');
    }
    expect(await engine.task(id)).toMatchObject({
      phase: 'quarantined',
      providerTaskId: null,
      attention: 'unconfirmed',
    });
    expect((await engine.task(other)).providerTaskId).toBe('p1');
    expect(engine.provider.calls.start).toBe(1);
    const { error } = jest.mocked(engine.parts.logger);
    const own = error.mock.calls.filter(
      ([, about]) => (about as { taskId?: string }).taskId === id,
    );
    expect(own).toEqual([
      [
        'An agent task needs an operator',
        expect.objectContaining({ alarm: 'found_in_use' }),
      ],
    ]);
  });

  it('does not take a task under another account for its own', async () => {
    engine.provider.startFaults = [{ kind: 'lost' }];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    engine.provider.tasks[0].creatorId = '666';
    await engine.pass(MINUTE);
    await engine.run('resolve');
    expect((await engine.task(id)).phase).toBe('unconfirmed');
  });

  it('counts no look that the provider did not answer', async () => {
    engine.provider.startFaults = [{ kind: 'before' }];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    engine.provider.outage = {
      ok: false,
      failure: { failureClass: 'provider_unavailable', status: 503 },
    };
    for (let look = 0; look < 6; look++) {
      await engine.pass(2 * MINUTE);
      await engine.run('resolve');
    }
    expect(await engine.task(id)).toMatchObject({
      phase: 'unconfirmed',
      looks: 0,
    });
  });

  it('sends nothing after a pause that outlasted the lease, and starts once in all', async () => {
    const id = await engine.submit();
    engine.provider.beforeSend = () => engine.stall(3 * MINUTE);
    await engine.run('preflight', 'dispatch');
    expect(engine.provider.calls.start).toBeUndefined();
    engine.provider.beforeSend = () => {};
    await engine.pass(MINUTE);
    await engine.run('dispatch', 'preflight', 'dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
    expect(engine.provider.calls.start).toBe(1);
  });

  it('sends nothing after its machine was suspended past the lease', async () => {
    const id = await engine.submit();
    engine.provider.beforeSend = () => engine.suspend(3 * MINUTE);
    await engine.run('preflight', 'dispatch');
    expect(engine.provider.calls.start).toBeUndefined();
    expect((await engine.task(id)).phase).toBe('queued');
  });

  it('keeps a task whose worker died after the intent from being sent again', async () => {
    const id = await engine.submit();
    await engine.run('preflight');
    // The claim commits, and the process dies before it sends.
    await engine.happens(id, {
      type: 'claimed',
      ...byEngine,
      holder: 'replica-that-dies',
      leaseUntil: (await engine.store.now()) + 120_000,
    });
    for (let look = 0; look < 10; look++) {
      await engine.pass(3 * MINUTE);
      await engine.run('resolve', 'dispatch');
    }
    expect((await engine.task(id)).phase).toBe('quarantined');
    expect(engine.provider.calls.start).toBeUndefined();
  });

  it('drops the verdict of a worker that was replaced, but not the fact of a creation', async () => {
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    await engine.happens(id, {
      type: 'notSent',
      ...byEngine,
      epoch: 0,
      retryAt: 0,
    });
    expect((await engine.task(id)).phase).toBe('tracking');
  });

  it('starts again by itself what was proven not sent', async () => {
    engine.provider.startFaults = [
      { kind: 'verdict', verdict: { kind: 'notSent', reason: 'unreachable' } },
    ];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    expect((await engine.task(id)).phase).toBe('queued');
    await engine.pass(MINUTE);
    await engine.run('dispatch', 'preflight', 'dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'tracking',
      attempts: 2,
    });
    expect(engine.provider.tasks).toHaveLength(1);
  });

  it('says that it waits for the provider when that turns it away, and until when', async () => {
    const until = Date.now() + 10 * MINUTE;
    engine.provider.startFaults = [
      { kind: 'verdict', verdict: { kind: 'turnedAway', until, status: 429 } },
    ];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    await engine.run('dispatch', 'preflight', 'dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'queued',
      held: { reason: 'provider', until },
    });
    expect(engine.provider.calls.start).toBe(1);
  });

  it('ends with the reason when the provider refuses for good', async () => {
    engine.provider.startFaults = [
      {
        kind: 'verdict',
        verdict: { kind: 'refused', failureClass: 'not_enabled', status: 403 },
      },
    ];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'refused',
      outcome: 'failed',
      failure: { class: 'not_enabled' },
      attention: 'failure',
    });
  });

  it('starts one task per repository at a time while an answer is out', async () => {
    engine.provider.startFaults = [{ kind: 'lost' }];
    const first = await engine.submit();
    const second = await engine.submit();
    await engine.run('preflight', 'dispatch', 'dispatch');
    const phases = [
      (await engine.task(first)).phase,
      (await engine.task(second)).phase,
    ].sort();
    expect(phases).toEqual(['queued', 'unconfirmed']);
    expect(engine.provider.calls.start).toBe(1);
  });

  it('admits exactly as many as there is room for, and tells the others why they wait', async () => {
    engine.limits.organization = 3;
    const ids = await many(8);
    await engine.run('preflight', 'dispatch', 'dispatch');
    const tasks = await Promise.all(ids.map(id => engine.task(id)));
    expect(tasks.filter(({ phase }) => phase === 'tracking')).toHaveLength(3);
    const waiting = tasks.filter(({ phase }) => phase === 'queued');
    expect(waiting.map(({ held }) => held)).toEqual(
      Array.from({ length: 5 }, () =>
        expect.objectContaining({
          reason: 'organization_limit',
          used: 3,
          limit: 3,
        }),
      ),
    );
  });

  it('starts no more than a team can review, also when it had nothing to review before', async () => {
    engine.parts.rules.reviewCapacity = () => 3;
    const ids = await many(8);
    await engine.run('preflight', 'dispatch', 'dispatch');
    const tasks = await Promise.all(ids.map(id => engine.task(id)));
    expect(tasks.filter(({ phase }) => phase === 'tracking')).toHaveLength(3);
    const waiting = tasks.filter(({ phase }) => phase === 'queued');
    expect(waiting.map(({ held }) => held)).toEqual(
      Array.from({ length: 5 }, () =>
        expect.objectContaining({
          reason: 'review_capacity',
          ref: payments,
          used: 3,
          limit: 3,
        }),
      ),
    );
  });

  /** Tasks for as many repositories. */
  async function many(count: number): Promise<string[]> {
    // The fake knows one repository id; distinct ones keep the flight key apart.
    let number = 0;
    engine.provider.repository = async () => {
      number += 1;
      return {
        ok: true,
        value: {
          id: `r${number}`,
          host: 'github.com',
          slug: `acme/service-${number}`,
          url: '',
          defaultBranch: 'main',
          archived: false,
        },
      };
    };
    return Promise.all(
      Array.from({ length: count }, (_, index) =>
        engine.submit({
          repository: {
            host: 'github.com',
            slug: `acme/service-${index}`,
            url: `https://github.com/acme/service-${index}`,
            id: null,
          },
        }),
      ),
    );
  }
});
