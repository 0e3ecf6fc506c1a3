import { EngineHarness, engineHarness } from '../testing/engineHarness';
import { dispatch } from './dispatch';
import { Loop, LoopWork } from './Loop';

describe('dispatch', () => {
  let engine: EngineHarness;
  let work: LoopWork;
  /** Answers the first start, which takes until then. */
  let answer: () => void;

  beforeEach(async () => {
    engine = await engineHarness();
    // Every name is another repository, so that one does not wait for the other.
    engine.provider.repository = async where => ({
      ok: true,
      value: {
        id: 'id' in where ? where.id : where.slug,
        host: 'github.com',
        slug: 'id' in where ? where.id : where.slug,
        url: '',
        defaultBranch: 'main',
        archived: false,
      },
    });
    const { start } = engine.provider;
    const isAnswered = new Promise<void>(resolve => {
      answer = resolve;
    });
    let isFirst = true;
    engine.provider.start = async (...ask) => {
      if (isFirst) {
        isFirst = false;
        await isAnswered;
      }
      return start.apply(engine.provider, ask);
    };
    work = dispatch(engine.parts, () => {});
  });
  afterEach(async () => {
    answer();
    await work.drain?.();
    await engine.close();
  });

  const pass = () => work.pass(new AbortController().signal);
  const phaseOf = async (id: string) => (await engine.task(id)).phase;
  async function ready(slug: string): Promise<string> {
    const url = `https://github.com/${slug}`;
    const repository = { host: 'github.com', slug, url, id: null };
    const id = await engine.submit({ repository });
    await engine.run('preflight');
    return id;
  }

  it('starts others while an answer is slow', async () => {
    const slow = await ready('acme/slow');
    await pass();
    const quick = await ready('acme/quick');
    await pass();
    await untilTracked(quick);
    expect(await phaseOf(slow)).toBe('starting');
    answer();
    await work.drain?.();
    expect(await phaseOf(slow)).toBe('tracking');
    expect(engine.provider.calls.start).toBe(2);
  });

  it('claims no more than it sends at once', async () => {
    engine.parts.settings.batch = 1;
    await ready('acme/slow');
    await pass();
    const next = await ready('acme/next');
    await pass();
    expect(await engine.task(next)).toMatchObject({
      phase: 'queued',
      attempts: 0,
    });
    answer();
    await work.drain?.();
    await pass();
    await work.drain?.();
    expect(await phaseOf(next)).toBe('tracking');
  });

  it('ends only after the starts that are under way', async () => {
    const slow = await ready('acme/slow');
    const loop = new Loop(work, engine.parts.logger, () => 0.5);
    let isStarted = (): void => {};
    const started = new Promise<void>(resolve => {
      isStarted = resolve;
    });
    engine.provider.beforeSend = isStarted;
    loop.start();
    answer();
    await started;
    await loop.stop();
    expect(await phaseOf(slow)).toBe('tracking');
  });

  it('logs a start that could not be kept, and goes on', async () => {
    const { start } = engine.provider;
    engine.provider.start = async (ask, ...rest) => {
      if (ask.repository.slug === 'acme/broken') throw new Error('Our fault');
      return start(ask, ...rest);
    };
    const slow = await ready('acme/slow');
    await pass();
    const broken = await ready('acme/broken');
    await pass();
    answer();
    await work.drain?.();
    expect(engine.parts.logger.error).toHaveBeenCalledWith(
      'A loop could not work on a task',
      expect.objectContaining({ loop: 'dispatch', taskId: broken }),
    );
    expect(await phaseOf(slow)).toBe('tracking');
    expect(await phaseOf(broken)).toBe('starting');
  });

  /** The database answers between its looks; no clock is waited for. */
  async function untilTracked(id: string): Promise<void> {
    while ((await phaseOf(id)) !== 'tracking');
  }
});
