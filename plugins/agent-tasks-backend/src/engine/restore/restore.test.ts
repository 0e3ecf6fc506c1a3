import { EngineHarness, engineHarness } from '../testing/engineHarness';
import { LookBack } from './LookBack';

const MINUTE = 60_000;

describe('a database that was restored', () => {
  let engine: EngineHarness;
  let admitted: string[];

  beforeEach(async () => {
    engine = await engineHarness();
    admitted = [];
  });
  afterEach(() => engine.close());

  const start = (words: string, id: string) =>
    engine.provider.start(
      {
        repository: {
          host: 'github.com',
          slug: 'acme/payments-api',
          id: '77',
        },
        prompt: `${words}\n\nPortal-Task-Ref: at1_${id}_aaaaaaaa`,
        baseRef: 'main',
        createPullRequest: true,
      },
      { identityId: 'portal', host: 'github.com', token: 'token' },
      () => true,
    );

  /** A queued task that the provider has been running since the backup was made. */
  async function startedSinceTheBackup(): Promise<void> {
    const id = await engine.submit();
    admitted.push(id);
    await start(`Work on ${id}.`, id);
  }
  const startUp = () => {
    engine.parts.lookBack = new LookBack();
    engine.provider.calls.start = 0;
  };
  const freezes = async () => {
    let reasons: string[] = [];
    await engine.submit();
    await engine.store.admit(snapshot => {
      reasons = snapshot.freezes.map(({ by, reason }) => `${by}: ${reason}`);
      return { changes: [], wakePreflight: [] };
    });
    return reasons;
  };

  it('starts nothing before it was compared with the provider', async () => {
    const id = await engine.submit();
    await engine.run('preflight');
    startUp();
    await engine.run('dispatch');
    expect(await engine.task(id)).toMatchObject({
      phase: 'queued',
      held: null,
    });
    await engine.run('sweep', 'dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
    expect(engine.provider.calls.start).toBe(1);
  });

  it('freezes, adopts every start it has forgotten, and sends none again', async () => {
    for (let n = 0; n < 20; n += 1) await startedSinceTheBackup();
    const waiting = await engine.submit();
    await engine.run('preflight');
    startUp();
    await engine.run('sweep', 'preflight', 'dispatch');
    const tasks = await Promise.all(admitted.map(engine.task));
    expect(tasks.map(({ phase }) => phase)).toEqual(
      admitted.map(() => 'tracking'),
    );
    expect(tasks.every(({ flags }) => flags.includes('recovered'))).toBe(true);
    expect(new Set(tasks.map(task => task.providerTaskId)).size).toBe(20);
    expect(engine.provider.calls.start).toBe(0);
    expect((await engine.task(waiting)).held?.reason).toBe('frozen');
    expect(await freezes()).toEqual([
      expect.stringMatching(/^system: The database was restored/),
    ]);
  });

  it('tells of a start whose record is gone, and freezes for it', async () => {
    await start('Work on nothing.', 'lost');
    startUp();
    await engine.run('sweep');
    expect(engine.parts.logger.error).toHaveBeenCalledWith(
      'The database was restored and does not know what runs',
      expect.objectContaining({ starts: 1, withoutRecord: 'p1' }),
    );
    expect(await freezes()).toHaveLength(1);
  });

  it('freezes once, however often it looks', async () => {
    await start('Work on nothing.', 'lost');
    startUp();
    await engine.run('sweep');
    startUp();
    await engine.run('sweep');
    expect(await freezes()).toHaveLength(1);
  });

  it('pays no attention to tasks of others, and reads each of them once', async () => {
    engine.parts.markers = { marker: async id => `at1_${id}_bbbbbbbb` };
    await start('Somebody else asked for this.', 'theirs');
    startUp();
    await engine.run('sweep');
    const { lookBack } = engine.parts;
    await engine.pass(11 * MINUTE);
    engine.stall(11 * MINUTE);
    engine.parts.lookBack = lookBack;
    await engine.run('sweep');
    expect(engine.provider.calls.changes).toBe(4);
    expect(await freezes()).toEqual([]);
    expect(engine.provider.calls.read).toBe(1);
  });

  it('does not take a late answer to a start of its own for a restore', async () => {
    engine.provider.startFaults = [{ kind: 'lost' }];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    expect((await engine.task(id)).phase).toBe('unconfirmed');
    startUp();
    await engine.run('sweep');
    expect((await engine.task(id)).phase).toBe('unconfirmed');
    expect(await freezes()).toEqual([]);
  });

  it('waits while the provider cannot be asked', async () => {
    const id = await engine.submit();
    await engine.run('preflight');
    startUp();
    engine.provider.outage = {
      ok: false,
      failure: { failureClass: 'provider_unavailable', status: 503 },
    };
    await engine.run('sweep', 'dispatch');
    engine.provider.outage = undefined;
    await engine.run('sweep', 'dispatch');
    expect((await engine.task(id)).phase).toBe('queued');
    engine.stall(10_000);
    await engine.run('sweep', 'dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
  });

  it('is noticed while a process runs on: it knows less than a moment ago', async () => {
    const id = await engine.submit();
    await engine.run('preflight', 'sweep');
    const known = await engine.store.identity('portal');
    await engine.store.freeze({
      scopeKind: 'all',
      scopeRef: null,
      reason: 'Nothing may start in this test yet.',
      by: 'user:default/fay',
      until: null,
      refuse: false,
    });
    await engine.run('dispatch');
    await engine.store.saveIdentity('portal', {
      lastSweptAt: known!.lastSweptAt! - MINUTE,
    });
    const [freeze] = await standing();
    await engine.store.thaw(freeze, 'user:default/fay');
    await engine.run('dispatch');
    expect((await engine.task(id)).phase).toBe('queued');
    await engine.run('sweep', 'dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
  });

  async function standing(): Promise<string[]> {
    let ids: string[] = [];
    await engine.store.admit(snapshot => {
      ids = snapshot.freezes.map(({ id }) => id);
      return { changes: [], wakePreflight: [] };
    });
    return ids;
  }
});
