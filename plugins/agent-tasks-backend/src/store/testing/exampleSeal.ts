import { createHash } from 'node:crypto';
import { RecordSeal } from '../RecordSeal';

/** A seal without a key: enough to see what was sealed over what. */
export const exampleSeal: RecordSeal = {
  seal({ taskId, seq, previous, payload }) {
    const payloadDigest = digest(payload);
    return {
      salt: 'salt',
      payloadDigest,
      mac: digest([taskId, seq, previous ?? '', payloadDigest].join(' ')),
    };
  },
};

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
