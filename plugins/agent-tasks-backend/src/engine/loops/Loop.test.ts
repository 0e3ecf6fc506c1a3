import { mockServices } from '@backstage/backend-test-utils';
import { Loop } from './Loop';

/** Work whose passes end when a test says so. */
function steppedWork() {
  const begun: (() => void)[] = [];
  const passes: ((result: boolean | Error) => void)[] = [];
  const pass = () =>
    new Promise<boolean>((resolve, reject) => {
      passes.push(result =>
        result instanceof Error ? reject(result) : resolve(result),
      );
      begun.shift()?.();
    });
  return {
    pass,
    passes,
    /** Resolves with the next pass. */
    begins: () => new Promise<void>(resolve => begun.push(resolve)),
  };
}

describe('a loop', () => {
  const logger = mockServices.logger.mock();
  let work: ReturnType<typeof steppedWork>;
  let loop: Loop;
  beforeEach(() => {
    logger.warn.mockClear();
    work = steppedWork();
    // Nothing here waits for a clock: a pause ends when somebody wakes the loop.
    const rare = { name: 'sweep', idleMs: 3_600_000, pass: work.pass };
    loop = new Loop(rare, logger, () => 0.5);
  });

  async function ends(result: boolean | Error): Promise<void> {
    const next = work.begins();
    loop.wake();
    work.passes.shift()?.(result);
    await next;
  }

  async function stop(): Promise<void> {
    const stopped = loop.stop();
    work.passes.shift()?.(false);
    await stopped;
  }

  it('says when its last pass ended, and nothing before the first did', async () => {
    const first = work.begins();
    loop.start();
    await first;
    expect(loop.health()).toEqual({
      name: 'sweep',
      lastPassAt: null,
      failures: 0,
    });
    const from = Date.now();
    await ends(false);
    const { lastPassAt } = loop.health();
    expect(lastPassAt).toBeGreaterThanOrEqual(from);
    expect(lastPassAt).toBeLessThanOrEqual(Date.now());
    await stop();
  });

  it('counts passes that fail one after the other, keeps the last good one, and goes on', async () => {
    const first = work.begins();
    loop.start();
    await first;
    await ends(false);
    const { lastPassAt } = loop.health();
    await ends(new Error('the prompt of somebody'));
    await ends(new Error('again'));
    expect(loop.health()).toEqual({ name: 'sweep', lastPassAt, failures: 2 });
    expect(logger.warn).toHaveBeenLastCalledWith(
      'A loop pass failed and is tried again',
      { loop: 'sweep', failures: 2, error: 'Error' },
    );
    await ends(false);
    expect(loop.health().failures).toBe(0);
    await stop();
  });

  it('stops after the pass that is under way, and begins no other', async () => {
    const first = work.begins();
    loop.start();
    await first;
    const stopped = loop.stop();
    work.passes.shift()?.(true);
    await stopped;
    expect(work.passes).toEqual([]);
  });
});
