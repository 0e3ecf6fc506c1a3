import { EngineHarness, engineHarness } from '../testing/engineHarness';
import { Freezes } from './Freezes';

const MINUTE = 60_000;
const bo = 'user:default/bo';

describe('a freeze', () => {
  let engine: EngineHarness;
  let freezes: Freezes;

  beforeEach(async () => {
    engine = await engineHarness();
    freezes = new Freezes({ ...engine.parts, wake: () => {} });
  });
  afterEach(() => engine.close());

  const freeze = (until?: string) =>
    freezes.order({ scope: { kind: 'all' }, reason: 'Incident 7', until }, bo);

  it('while a POST is in flight keeps the verdict of that POST', async () => {
    let answer = (): void => {};
    const isAnswered = new Promise<void>(resolve => {
      answer = resolve;
    });
    let sent = (): void => {};
    const isSent = new Promise<void>(resolve => {
      sent = resolve;
    });
    const { start } = engine.provider;
    engine.provider.start = async (...ask) => {
      sent();
      await isAnswered;
      return start.apply(engine.provider, ask);
    };
    const id = await engine.submit();
    await engine.run('preflight');
    const started = engine.run('dispatch');
    await isSent;
    await freeze();
    answer();
    await started;
    expect(await engine.task(id)).toMatchObject({
      phase: 'tracking',
      providerTaskId: 'p1',
    });
    // And it is followed to its end, although nothing new starts.
    engine.provider.move('p1', 'completed');
    const waits = await engine.submit();
    await engine.pass(MINUTE);
    await engine.run('sweep', 'read', 'preflight', 'dispatch');
    expect((await engine.task(id)).providerState).toBe('completed');
    expect((await engine.task(waits)).held?.reason).toBe('frozen');
    expect(engine.provider.calls.start).toBe(1);
  });

  it('while a POST is in flight keeps looking for it when its answer is lost', async () => {
    engine.provider.startFaults = [{ kind: 'lost' }];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    await freeze();
    await engine.pass(MINUTE);
    await engine.run('resolve', 'dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
    expect(engine.provider.calls.start).toBe(1);
  });

  it('sends nothing that was not sent before it, however often it is tried', async () => {
    engine.provider.startFaults = [
      { kind: 'verdict', verdict: { kind: 'notSent', reason: 'unreachable' } },
    ];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    const { id: freezeId } = await freeze();
    await engine.pass(MINUTE);
    await engine.run('dispatch', 'preflight', 'dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'queued',
      held: { reason: 'frozen', ref: freezeId },
    });
    expect(engine.provider.tasks).toHaveLength(0);
    await freezes.thaw(freezeId, bo);
    await engine.run('dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
  });

  it('with an end says when, and lets go by itself', async () => {
    const until = (await engine.store.now()) + 10 * MINUTE;
    await freeze(new Date(until).toISOString());
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    expect((await engine.task(id)).held).toMatchObject({
      reason: 'frozen',
      until,
    });
    await engine.pass(11 * MINUTE);
    await engine.run('dispatch', 'preflight', 'dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
  });
});
