import { Exchange, OWN_TIMEOUT } from '../verdict/Exchange';
import { fieldsOf } from '../payload/lenient';
import { upstreamWord } from '../verdict/upstreamWord';

/** One call's record, and what the body holds when it is JSON. */
export interface Answer {
  exchange: Exchange;
  body: unknown;
}

/** How one call is to be carried out. */
export interface ExchangeTerms {
  /** For the whole call, body included. */
  timeoutMs: number;
  /** Asked as the last thing before the network; "no" sends nothing. */
  guard?: () => boolean;
}

/**
 * undici hides the code of a broken connection in `cause`, at times nested. Read by shape, not by
 * class: errors of Node's own come from another realm where code runs in a vm, as in tests.
 */
function causeCodeOf(error: unknown): string | undefined {
  for (let at = fieldsOf(error); at; at = fieldsOf(at.cause)) {
    if (typeof at.code === 'string') return at.code;
  }
  return undefined;
}

function parse(text: string): { readable: boolean; body: unknown } {
  try {
    return { readable: true, body: JSON.parse(text) };
  } catch {
    return { readable: false, body: undefined };
  }
}

/**
 * Carries out one request at most once and records what came of it. Never throws: a broken
 * connection is a record too. Redirects are answers, not followed.
 *
 * One time limit covers connecting, waiting and reading the body, so that a start has a verdict
 * before its lease ends, whatever the other side does.
 */
export async function exchangeOnce(
  url: string,
  init: RequestInit,
  terms: ExchangeTerms,
): Promise<Answer> {
  const startedAt = Date.now();
  const exchange: Exchange = {
    entered: false,
    headers: {},
    bodyReadable: false,
    startedAt,
    endedAt: startedAt,
  };
  let body: unknown;
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), terms.timeoutMs);
  try {
    // Between the guard and fetch stands nothing that waits: a lease cannot run out in between.
    if (terms.guard && !terms.guard()) return { exchange, body };
    exchange.entered = true;
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: limit.signal,
    });
    exchange.status = response.status;
    exchange.headers = Object.fromEntries(response.headers);
    const parsed = parse(await response.text());
    exchange.bodyReadable = parsed.readable;
    body = parsed.body;
    exchange.says = upstreamWord(body);
  } catch (error) {
    exchange.causeCode = limit.signal.aborted
      ? OWN_TIMEOUT
      : causeCodeOf(error);
  } finally {
    clearTimeout(timer);
    exchange.endedAt = Date.now();
  }
  return { exchange, body };
}
