import { TimeWindow, WEEKDAYS } from '../../domain/policy/timeWindow';
import { EngineHarness, engineHarness } from '../testing/engineHarness';

const HOUR = 3_600_000;

/** Open for the hour that begins so long after now, every day. */
function hourAfter(now: number, ms: number): TimeWindow {
  const timeOf = (at: number) => new Date(at).toISOString().slice(11, 16);
  const from = timeOf(now + ms);
  const to = timeOf(now + ms + HOUR);
  return { days: [...WEEKDAYS], from, to, timezone: 'UTC' };
}

describe('windows of a policy', () => {
  let engine: EngineHarness;
  let windows: TimeWindow[];

  beforeEach(async () => {
    engine = await engineHarness();
    const { candidate } = engine.parts.rules;
    engine.parts.rules.candidate = task => ({ ...candidate(task), windows });
  });
  afterEach(() => engine.close());

  it('hold a task until the next one opens, and say when that is', async () => {
    const now = await engine.store.now();
    windows = [hourAfter(now, 2 * HOUR)];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    const { phase, held } = await engine.task(id);
    expect({ phase, reason: held?.reason }).toEqual({
      phase: 'queued',
      reason: 'window',
    });
    expect(held?.until).toBe(now + 2 * HOUR - ((now + 2 * HOUR) % 60_000));
    expect(engine.provider.calls.start).toBeUndefined();

    windows = [hourAfter(now, -HOUR / 2)];
    await engine.run('dispatch', 'preflight', 'dispatch');
    expect((await engine.task(id)).phase).toBe('tracking');
  });

  it('never stop what runs', async () => {
    windows = [];
    const id = await engine.submit();
    await engine.run('preflight', 'dispatch');
    windows = [hourAfter(await engine.store.now(), 2 * HOUR)];
    engine.provider.move('p1', 'completed');
    await engine.pass(60_000);
    await engine.run('sweep', 'read', 'dispatch');
    expect((await engine.task(id)).providerState).toBe('completed');
    expect(engine.provider.stops).toEqual([]);
  });
});
