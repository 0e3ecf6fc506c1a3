import { Exchange } from './Exchange';

/**
 * GitHub's own name for the request. Only GitHub's servers set it, so its presence tells an answer
 * of GitHub from one of a proxy on the way.
 */
export function requestIdOf(exchange: Exchange): string | undefined {
  const value = exchange.headers['x-github-request-id'];
  // It goes into logs and records: nothing but an identifier may pass.
  return value && /^[\w.:-]{1,100}$/.test(value) ? value : undefined;
}
