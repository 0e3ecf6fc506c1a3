import { createHmac } from 'node:crypto';
import { deriveKey } from './deriveKey';

const LENGTH = 16;

/**
 * What a person is called once they were erased: the same for the same person, so that what they
 * did can still be counted, and told back by nobody without the key.
 *
 * @param secret - the first of the keys that seal records
 */
export function pseudonymOf(secret: string, personRef: string): string {
  const code = createHmac('sha256', deriveKey(secret, 'pseudonym'))
    .update(personRef)
    .digest('hex')
    .slice(0, LENGTH);
  return `user:default/erased-${code}`;
}
