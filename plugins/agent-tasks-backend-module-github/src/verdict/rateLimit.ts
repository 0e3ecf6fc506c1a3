import { Exchange } from './Exchange';

/** "Otherwise, wait for at least one minute": docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api */
const UNTOLD_WAIT_MS = 60_000;

function numberIn(exchange: Exchange, header: string): number | undefined {
  const value = exchange.headers[header];
  return value && /^\d{1,12}$/.test(value) ? Number(value) : undefined;
}

/** `x-ratelimit-reset` by our own clock: GitHub's clock and ours need not agree. */
export function resetAtOf(exchange: Exchange): number | undefined {
  const reset = numberIn(exchange, 'x-ratelimit-reset');
  if (reset === undefined) return undefined;
  const theirNow = Date.parse(exchange.headers.date ?? '');
  return Number.isNaN(theirNow)
    ? reset * 1000
    : exchange.endedAt + Math.max(0, reset * 1000 - theirNow);
}

/** When `retry-after` allows another call; undefined when the answer has none. */
export function retryAfterOf(exchange: Exchange): number | undefined {
  const seconds = numberIn(exchange, 'retry-after');
  return seconds === undefined ? undefined : exchange.endedAt + seconds * 1000;
}

/**
 * Until when a rate limit, primary or secondary, turns us away; undefined when the answer is not
 * one. A 403 for single sign-on is none, whatever budget its headers tell.
 */
export function turnedAwayUntil(exchange: Exchange): number | undefined {
  const { status, headers, says } = exchange;
  const graphql = status === 200 && says === 'rate_limited';
  if (status !== 403 && status !== 429 && !graphql) return undefined;
  if (status === 403 && headers['x-github-sso']) return undefined;

  const retryAfter = retryAfterOf(exchange);
  if (retryAfter !== undefined) return retryAfter;
  if (headers['x-ratelimit-remaining'] === '0') {
    return resetAtOf(exchange) ?? exchange.endedAt + UNTOLD_WAIT_MS;
  }
  return status === 429 || says === 'rate_limited'
    ? exchange.endedAt + UNTOLD_WAIT_MS
    : undefined;
}
