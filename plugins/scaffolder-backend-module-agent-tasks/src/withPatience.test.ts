import { refusal } from './testing/refusal';
import { withPatience } from './withPatience';

const noConnection = () => new TypeError('fetch failed');

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Lets the time pass that the question needs; says how it ended, and after how many seconds. */
async function ended(work: Promise<unknown>) {
  const startedAt = Date.now();
  const result = work.then(
    value => ({ value, seconds: (Date.now() - startedAt) / 1_000 }),
    error => ({ error, seconds: (Date.now() - startedAt) / 1_000 }),
  );
  await jest.advanceTimersByTimeAsync(120_000);
  return result;
}

describe('a question that is safe to repeat', () => {
  it('is asked again until somebody answers', async () => {
    const ask = jest
      .fn()
      .mockRejectedValueOnce(noConnection())
      .mockRejectedValueOnce(noConnection())
      .mockResolvedValue('yes');
    expect(await ended(withPatience(ask))).toMatchObject({ value: 'yes' });
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('is asked again after what fetch throws where nobody listens', async () => {
    jest.useRealTimers();
    const thrown = await fetch('http://127.0.0.1:4').catch(error => error);
    jest.useFakeTimers();
    const ask = jest
      .fn()
      .mockRejectedValueOnce(thrown)
      .mockResolvedValue('yes');
    expect(await ended(withPatience(ask))).toMatchObject({ value: 'yes' });
  });

  it('is given up within 30 seconds where nobody is there', async () => {
    const ask = jest.fn().mockRejectedValue(noConnection());
    const { seconds, ...end } = await ended(withPatience(ask));
    expect(end).toMatchObject({ error: { message: 'fetch failed' } });
    expect(seconds).toBeLessThan(30);
    expect(ask.mock.calls.length).toBeGreaterThan(3);
  });

  it.each([undefined, 20_000])(
    'is given up within 30 seconds where the other side hangs (attempts of %s ms)',
    async attemptMs => {
      const ask = jest.fn(() => new Promise(() => {}));
      const { seconds, ...end } = await ended(withPatience(ask, { attemptMs }));
      expect(end).toMatchObject({ error: { name: 'NoAnswerError' } });
      expect(seconds).toBeLessThan(30);
    },
  );

  it('tells a hanging attempt that it is over', async () => {
    const attempts: AbortSignal[] = [];
    const ask = (attempt: AbortSignal) => {
      attempts.push(attempt);
      return new Promise(() => {});
    };
    await ended(withPatience(ask));
    expect(attempts.map(({ aborted }) => aborted)).not.toContain(false);
  });

  it('waits as long as the answer says', async () => {
    const busy = await refusal('DATABASE_UNAVAILABLE', {
      retryAfterSeconds: 12,
    });
    const ask = jest.fn().mockRejectedValueOnce(busy).mockResolvedValue('yes');
    expect(await ended(withPatience(ask))).toEqual({
      value: 'yes',
      seconds: 12,
    });
  });

  it('is not asked again where that would take longer than anybody waits', async () => {
    const full = await refusal('QUEUE_FULL', { retryAfterSeconds: 300 });
    const ask = jest.fn().mockRejectedValue(full);
    expect(await ended(withPatience(ask))).toEqual({ error: full, seconds: 0 });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is not asked again where the answer is no', async () => {
    const denied = await refusal('POLICY_DENIED');
    const ask = jest.fn().mockRejectedValue(denied);
    expect(await ended(withPatience(ask))).toEqual({
      error: denied,
      seconds: 0,
    });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('is not asked again after a fault of ours', async () => {
    const ask = jest.fn().mockRejectedValue(new RangeError('a bug'));
    expect(await ended(withPatience(ask))).toMatchObject({ seconds: 0 });
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['an attempt', () => new Promise(() => {})],
    ['a pause', () => Promise.reject(noConnection())],
  ])('ends at once with its run, also within %s', async (_, ask) => {
    const run = new AbortController();
    const work = withPatience(ask, { signal: run.signal });
    const result = ended(work);
    run.abort();
    expect((await result).seconds).toBe(0);
  });
});
