import { createHash } from 'node:crypto';

/** The fingerprint of a text as the API shows it. */
export function digestOf(text: string): string {
  return `sha256:${hexDigestOf(text)}`;
}

/** The same without the name of the method, where a column has 64 characters. */
export function hexDigestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
