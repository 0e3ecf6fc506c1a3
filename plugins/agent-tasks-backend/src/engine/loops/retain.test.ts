import { EngineHarness, engineHarness } from '../testing/engineHarness';
import { retain } from './retain';

const DAY = 24 * 3_600_000;

describe('retain', () => {
  let engine: EngineHarness;
  beforeEach(async () => {
    engine = await engineHarness();
  });
  afterEach(() => engine.close());

  const pass = () => retain(engine.parts).pass(new AbortController().signal);

  it('anchors the day before once, whichever replica does it', async () => {
    await engine.submit();
    await pass();
    await pass();
    expect(engine.anchored).toHaveLength(1);
    const [{ until, root }] = engine.anchored;
    expect(until % DAY).toBe(0);
    expect(root).toMatch(/^[0-9a-f]{64}$/);
  });

  it('tells an anchor again that could not be told', async () => {
    const { anchors } = engine.parts;
    engine.parts.anchors = {
      tell: async () => {
        throw new Error('The auditor is away');
      },
    };
    await expect(pass()).rejects.toThrow('The auditor is away');
    engine.parts.anchors = anchors;
    await pass();
    expect(engine.anchored).toHaveLength(1);
  });

  it('keeps what the configuration says, as long as it says', async () => {
    const asked: object[] = [];
    engine.parts.retention = {
      prompts: DAY,
      rawPayloads: 2 * DAY,
      events: 3 * DAY,
      tasks: 4 * DAY,
      idempotency: 7 * DAY,
    };
    const now = await engine.store.now();
    engine.store.now = async () => now;
    const { forget } = engine.parts.archive;
    engine.parts.archive.forget = async before => {
      asked.push(before);
      return forget.call(engine.parts.archive, before);
    };
    const { trim } = engine.store;
    engine.store.trim = async before => {
      asked.push(before);
      return trim.call(engine.store, before);
    };
    await pass();
    expect(asked).toEqual([
      {
        idempotency: now - 7 * DAY,
        raw: now - 2 * DAY,
        effects: now - 7 * DAY,
      },
      { prompts: now - DAY, events: now - 3 * DAY, tasks: now - 4 * DAY },
    ]);
  });
});
