import { AgentTasksResponseError } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { isError } from '@backstage/errors';

/** A step whose backend is dead has to say so within 30 s. */
const PATIENCE_MS = 25_000;
const ATTEMPT_MS = 10_000;
const FIRST_PAUSE_MS = 500;

/** Nobody answered in time. */
class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/**
 * Asks again where nobody answered, or where the answer says that the same question may be
 * answered later. Only for what is safe to ask twice: reads, and what carries a key or has no
 * further effect.
 */
export async function withPatience<T>(
  ask: (attempt: AbortSignal) => Promise<T>,
  options: { signal?: AbortSignal; attemptMs?: number } = {},
): Promise<T> {
  const { signal, attemptMs = ATTEMPT_MS } = options;
  const deadline = Date.now() + PATIENCE_MS;
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      const limitMs = Math.min(attemptMs, deadline - Date.now());
      return await inTime(ask, limitMs, signal);
    } catch (error) {
      const pauseMs = pauseBefore(error, attempt);
      if (pauseMs === undefined || Date.now() + pauseMs >= deadline)
        throw error;
      await pause(pauseMs, signal);
    }
  }
}

/** Whether nobody answered at all; `fetch` throws a TypeError then. */
export function isOutage(error: unknown): boolean {
  return (
    isError(error) &&
    (error.name === 'NoAnswerError' || error.name === 'TypeError')
  );
}

/** Milliseconds to wait before the next attempt; undefined where another one cannot help. */
function pauseBefore(error: unknown, attempt: number): number | undefined {
  const growing = FIRST_PAUSE_MS * 2 ** attempt;
  if (isOutage(error)) return growing;
  if (!(error instanceof AgentTasksResponseError)) return undefined;
  if (!error.retryable) return undefined;
  return error.retryAfterSeconds === null
    ? growing
    : error.retryAfterSeconds * 1_000;
}

/** Ends with the limit even where the work does not listen to its signal. */
async function inTime<T>(
  ask: (attempt: AbortSignal) => Promise<T>,
  limitMs: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(
    () => controller.abort(new NoAnswerError('No answer came in time.')),
    limitMs,
  );
  const stop = () => controller.abort(signal?.reason);
  signal?.addEventListener('abort', stop, { once: true });
  const ended = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () =>
      reject(controller.signal.reason),
    );
  });
  try {
    return await Promise.race([ask(controller.signal), ended]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', stop);
  }
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise(resolve => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(end, ms);
    signal?.addEventListener('abort', end, { once: true });
    function end() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', end);
      resolve();
    }
  });
}
