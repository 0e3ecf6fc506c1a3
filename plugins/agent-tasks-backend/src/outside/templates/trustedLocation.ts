import { resolve } from 'node:path';

/** What would let an address read as one place and lead to another. */
const ROUNDABOUT = /\/\.{1,2}(?:\/|$)|[\\?#]|%2e|%2f|%5c/i;

/**
 * Whether a location lies under one of the prefixes. A prefix ends where a path segment ends:
 * `…/templates` does not trust `…/templates-of-somebody`.
 */
export function isTrustedLocation(
  location: string | undefined,
  prefixes: readonly string[],
): boolean {
  if (!location || ROUNDABOUT.test(location)) return false;
  return prefixes.map(absolute).some(prefix => {
    const folder = prefix.endsWith('/') ? prefix : `${prefix}/`;
    return location === prefix || location.startsWith(folder);
  });
}

/** The catalog resolves file locations against the working directory, and so do we. */
function absolute(prefix: string): string {
  const file = /^file:(?!\/)(.+)$/.exec(prefix);
  return file ? `file:${resolve(file[1])}` : prefix;
}
