import { EngineHarness, engineHarness } from '../testing/engineHarness';

const MINUTE = 60_000;

describe('an unclear start that nobody can look for', () => {
  let engine: EngineHarness;
  let id: string;

  beforeEach(async () => {
    engine = await engineHarness();
    engine.provider.startFaults = [{ kind: 'lost' }];
    id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    engine.provider.outage = {
      ok: false,
      failure: { failureClass: 'identity_invalid', status: 401 },
    };
  });
  afterEach(() => engine.close());

  async function lookAfter(minutes: number): Promise<void> {
    await engine.pass(minutes * MINUTE);
    await engine.run('resolve');
  }

  it('waits for an hour, then goes to a person', async () => {
    await lookAfter(59);
    expect(await engine.task(id)).toMatchObject({
      phase: 'unconfirmed',
      looks: 0,
    });
    await lookAfter(2);
    expect(await engine.task(id)).toMatchObject({
      phase: 'quarantined',
      attention: 'unconfirmed',
      looks: 0,
    });
  });

  it('is looked for on and on, and adopted by itself once somebody can', async () => {
    await lookAfter(61);
    engine.provider.outage = undefined;
    await lookAfter(1);
    expect(await engine.task(id)).toMatchObject({
      phase: 'tracking',
      providerTaskId: 'p1',
    });
    expect(engine.provider.calls.start).toBe(1);
  });
});
