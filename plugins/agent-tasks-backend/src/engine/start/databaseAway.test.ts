import { dispatch } from '../loops/dispatch';
import { byEngine } from '../systemActor';
import { EngineHarness, engineHarness } from '../testing/engineHarness';

const MINUTE = 60_000;

describe('a start whose database goes away', () => {
  let engine: EngineHarness;

  beforeEach(async () => {
    engine = await engineHarness();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await engine.close();
  });

  const outage = () => new Error('Connection terminated unexpectedly');

  it('before anything is sent goes back to the queue, and is sent once', async () => {
    const id = await engine.submit();
    await engine.run('preflight');
    jest.spyOn(engine.store, 'texts').mockRejectedValueOnce(outage());
    await engine.run('dispatch');
    expect(engine.provider.calls.start).toBeUndefined();
    expect((await engine.task(id)).phase).toBe('queued');
    await engine.pass(MINUTE);
    await engine.run('dispatch', 'preflight', 'dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
    expect(engine.provider.calls.start).toBe(1);
  });

  it('before its answer is saved is saved as soon as it is back', async () => {
    const id = await engine.submit();
    await engine.run('preflight');
    jest
      .spyOn(engine.store, 'save')
      .mockRejectedValueOnce(outage())
      .mockRejectedValueOnce(outage());
    await engine.run('dispatch');
    expect((await engine.task(id)).phase).toBe('starting');
    await expect(engine.run('dispatch')).rejects.toThrow(outage());
    await engine.run('dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'tracking',
      providerTaskId: 'p1',
    });
    expect(engine.provider.calls.start).toBe(1);
  });

  it('before its claim is confirmed is claimed again, and sent once', async () => {
    const id = await engine.submit();
    await engine.run('preflight');
    const { store } = engine;
    const admit = store.admit.bind(store);
    jest.spyOn(store, 'admit').mockImplementationOnce(async decide => {
      await admit(decide);
      throw outage();
    });
    await expect(engine.run('dispatch')).rejects.toThrow(outage());
    expect((await engine.task(id)).phase).toBe('starting');
    await engine.run('dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
    expect(engine.provider.calls.start).toBe(1);
  });

  it('leaves the same claim to the process that got it instead', async () => {
    const id = await engine.submit();
    await engine.run('preflight');
    const { store } = engine;
    const admit = store.admit.bind(store);
    const lost = jest.spyOn(store, 'admit').mockImplementationOnce(decide =>
      admit(snapshot => {
        decide(snapshot);
        throw outage();
      }),
    );
    await expect(engine.run('dispatch')).rejects.toThrow(outage());
    expect(lost).toHaveBeenCalledTimes(1);
    await engine.happens(id, {
      type: 'claimed',
      ...byEngine,
      holder: 'replica-2',
      leaseUntil: (await store.now()) + 2 * MINUTE,
    });
    await engine.run('dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'starting',
      epoch: 1,
      lease: { holder: 'replica-2' },
    });
    expect(engine.provider.calls.start).toBeUndefined();
  });

  it('for good, with a fault of ours, is the resolver’s', async () => {
    const id = await engine.submit();
    await engine.run('preflight');
    jest.spyOn(engine.store, 'save').mockRejectedValueOnce(new TypeError('x'));
    const work = dispatch(engine.parts, () => {});
    await work.pass(new AbortController().signal);
    await work.drain?.();
    await work.pass(new AbortController().signal);
    expect((await engine.task(id)).phase).toBe('starting');
    await engine.pass(3 * MINUTE);
    await engine.run('resolve');
    expect((await engine.task(id)).phase).toBe('tracking');
    expect(engine.provider.calls.start).toBe(1);
  });
});
