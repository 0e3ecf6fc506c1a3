import { createHash, createHmac, randomBytes } from 'node:crypto';
import { chainMessage } from '../../domain/record/chainMessage';
import { deriveKey } from './deriveKey';

/** A line of a record to be sealed over the one before. */
interface RecordLine {
  taskId: string;
  seq: number;
  /** null for the first. */
  previous: string | null;
  payload: string;
}

/**
 * Seals the lines of records under the first of the configured keys. Each task has a key of its
 * own, so that lines of one task cannot be passed off as another's.
 */
export class HmacRecordSeal {
  private readonly keys: readonly Buffer[];

  /** `secrets`: the first seals, all are known when a chain is checked; never empty. */
  constructor(secrets: readonly string[]) {
    if (secrets.length === 0) throw new Error('A record seal needs a key');
    this.keys = secrets.map(secret => deriveKey(secret, 'record'));
  }

  seal({ taskId, seq, previous, payload }: RecordLine): {
    salt: string;
    payloadDigest: string;
    mac: string;
  } {
    const salt = randomBytes(16).toString('hex');
    const payloadDigest = this.payloadDigest(salt, payload);
    const message = chainMessage(previous, seq, payloadDigest);
    return { salt, payloadDigest, mac: this.macsOf(taskId, message)[0] };
  }

  /** Salted, so that a short payload cannot be guessed from its digest once it was erased. */
  payloadDigest(salt: string, payload: string): string {
    return createHash('sha256').update(salt).update(payload).digest('hex');
  }

  /** What a line may be signed with: by today's key, then by those before it. */
  macsOf(taskId: string, message: string): string[] {
    return this.keys.map(key => {
      const ofTask = createHmac('sha256', key).update(taskId).digest();
      return createHmac('sha256', ofTask).update(message).digest('hex');
    });
  }
}
