import { hkdfSync } from 'node:crypto';

/** What a derived key is for: keys of two purposes have nothing in common. */
export type KeyPurpose = 'marker' | 'boundary' | 'record' | 'pseudonym';

/** A key of its own for each purpose, from a secret that is never used itself. */
export function deriveKey(secret: string, purpose: KeyPurpose): Buffer {
  return Buffer.from(
    hkdfSync('sha256', secret, 'agent-tasks', `agent-tasks/${purpose}`, 32),
  );
}
