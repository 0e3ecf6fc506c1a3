import { exampleEventWith } from '../../domain/testing/exampleTask';
import { byEngine, byProvider } from '../systemActor';
import { EngineHarness, engineHarness } from '../testing/engineHarness';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const ref = 'agenttasktemplate:default/dependency-bump';

describe('breakers', () => {
  let engine: EngineHarness;

  beforeEach(async () => {
    engine = await engineHarness();
    // Every name is another repository, so that no task waits for another's flight.
    engine.provider.repository = async where => {
      const name = 'id' in where ? where.id : where.slug;
      const value = { id: name, host: 'github.com', slug: name, url: '' };
      return {
        ok: true,
        value: { ...value, defaultBranch: 'main', archived: false },
      };
    };
  });
  afterEach(() => engine.close());

  let submitted = 0;
  function submit(): Promise<string> {
    const slug = `acme/service-${++submitted}`;
    const url = `https://github.com/${slug}`;
    return engine.submit({
      repository: { host: 'github.com', slug, url, id: null },
    });
  }
  const turn = () => engine.run('preflight', 'dispatch', 'dispatch');
  const phaseOf = async (id: string) => (await engine.task(id)).phase;
  const heldOf = async (id: string) => (await engine.task(id)).held;
  const logger = () => jest.mocked(engine.parts.logger);

  const endOf = (isBad: boolean) =>
    exampleEventWith('overruled', {
      outcome: isBad ? 'failed' : 'succeeded',
      reason: 'An example',
    });

  /** Runs that are over, and what came of each. */
  async function ended(count: number, isBad: (n: number) => boolean) {
    for (let n = 0; n < count; n++) {
      const id = await submit();
      await engine.happens(id, exampleEventWith('preflighted', {}));
      await engine.happens(id, {
        type: 'claimed',
        ...byEngine,
        holder: 'replica-1',
        leaseUntil: (await engine.store.now()) + 120_000,
      });
      await engine.happens(id, {
        type: 'created',
        ...byProvider,
        epoch: 1,
        providerTask: {
          id: `ended-${submitted}`,
          state: 'in_progress',
          createdAt: await engine.store.now(),
          artifacts: [],
          raw: null,
        },
      });
      await engine.happens(id, endOf(isBad(n)));
    }
  }
  it('a provider that answers no start is left alone, tried once, and used again when it answers', async () => {
    engine.provider.startFaults = Array.from({ length: 6 }, () => ({
      kind: 'before' as const,
    }));
    for (let n = 0; n < 5; n++) await submit();
    await turn();
    expect(engine.provider.calls.start).toBe(5);
    const ids = [await submit(), await submit()];
    await turn();
    expect(await heldOf(ids[0])).toMatchObject({
      reason: 'breaker',
      ref: 'github-copilot',
      until: expect.any(Number),
    });
    expect(engine.provider.calls.start).toBe(5);
    expect(logger().warn).toHaveBeenCalledWith(
      'A breaker has opened',
      expect.objectContaining({
        breaker: 'provider',
        reason: 'unanswered',
        runbook: 'docs/runbooks/breaker.md',
      }),
    );

    // One may try, is not answered either, and the other goes on waiting.
    await engine.pass(MINUTE);
    await turn();
    await turn();
    expect(engine.provider.calls.start).toBe(6);
    const phases = await Promise.all(ids.map(phaseOf));
    expect(phases.sort()).toEqual(['queued', 'unconfirmed']);
    await engine.pass(MINUTE);
    await turn();
    expect(engine.provider.calls.start).toBe(6);

    // The next one is answered: then everybody goes.
    await engine.pass(MINUTE);
    const last = await submit();
    await turn();
    await turn();
    expect(engine.provider.calls.start).toBe(8);
    expect(await phaseOf(last)).toBe('tracking');
    expect(logger().info).toHaveBeenCalledWith(
      'A breaker has closed',
      expect.objectContaining({ breaker: 'provider' }),
    );
  });

  it('what opens between claim and send sends nothing, and the task waits for it', async () => {
    const id = await submit();
    await engine.run('preflight');
    const { breaker } = engine.store;
    // Another replica's starts opened it after this one's claim.
    engine.store.breaker = async scope => ({
      scope,
      state: 'open',
      since: 0,
      until: null,
      reason: 'unanswered',
      openings: 1,
      failures: 0,
      probeTaskId: null,
    });
    await engine.run('dispatch');
    expect(engine.provider.calls.start).toBeUndefined();
    expect(await engine.task(id)).toMatchObject({
      phase: 'queued',
      held: { reason: 'breaker', ref: 'github-copilot' },
    });
    engine.store.breaker = breaker;
    await engine.pass(MINUTE);
    await turn();
    expect(await phaseOf(id)).toBe('tracking');
  });

  it('a template of which every second run fails stops, with an ERROR; others go on', async () => {
    await ended(10, n => n % 2 === 0);
    const id = await submit();
    const other = await engine.submit({
      template: { ref: `${ref}-2`, version: '1.0.0', digest: 'sha256:x' },
    });
    await turn();
    expect(await heldOf(id)).toMatchObject({ reason: 'breaker', ref });
    expect(await phaseOf(other)).toBe('tracking');
    expect(logger().error).toHaveBeenCalledWith(
      'Starts of a template were stopped',
      expect.objectContaining({
        ref,
        reason: 'outcome',
        runbook: 'docs/runbooks/breaker.md',
      }),
    );
    // It is said once, not with every decision.
    await turn();
    expect(logger().error).toHaveBeenCalledTimes(1);
  });

  it('after an hour one run is a probe; a good one closes, a bad one opens for longer', async () => {
    await ended(10, () => true);
    const ids = [await submit(), await submit(), await submit()];
    await turn();
    await engine.pass(HOUR);
    await turn();
    await turn();
    const started = async () => {
      const phases = await Promise.all(
        ids.map(async id => ((await phaseOf(id)) === 'tracking' ? id : [])),
      );
      return phases.flat();
    };
    expect(await started()).toHaveLength(1);
    const [first] = await started();
    await engine.happens(first, endOf(true));
    await turn();
    await engine.pass(HOUR);
    await turn();
    expect(await started()).toHaveLength(1);
    await engine.pass(HOUR);
    await turn();
    await turn();
    const [second] = (await started()).filter(id => id !== first);
    expect(await started()).toHaveLength(2);
    await engine.happens(second, endOf(false));
    await turn();
    await turn();
    expect(await started()).toHaveLength(3);
  });

  it('an owner who is exempt goes on', async () => {
    await ended(10, () => true);
    engine.parts.rules.exemptOwners = () => ['group:default/payments'];
    const id = await submit();
    await turn();
    expect(await phaseOf(id)).toBe('tracking');
  });

  it('reads stop while the provider does not answer them, and the tasks turn stale', async () => {
    const id = await submit();
    await turn();
    engine.provider.outage = {
      ok: false,
      failure: { failureClass: 'provider_unavailable', status: 503 },
    };
    for (let n = 0; n < 8; n++) {
      await engine.store.hintReads('read', [{ providerTaskId: 'p1' }]);
      await engine.run('read');
    }
    expect(engine.provider.calls.read).toBe(5);
    expect((await engine.task(id)).staleSince).not.toBeNull();
    expect(logger().warn).toHaveBeenCalledWith(
      'A breaker has opened',
      expect.objectContaining({ breaker: 'read', ref: 'portal' }),
    );
    engine.provider.outage = undefined;
    engine.provider.move('p1', 'completed');
    await engine.pass(2 * MINUTE);
    await engine.store.hintReads('read', [{ providerTaskId: 'p1' }]);
    await engine.run('read');
    expect(await engine.task(id)).toMatchObject({
      providerState: 'completed',
      staleSince: null,
    });
  });
});
