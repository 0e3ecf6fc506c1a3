/**
 * Seals the lines of a record, each over the one before, so that a change, a removal or a cut by
 * somebody without the key is found.
 */
export interface RecordSeal {
  seal(line: {
    taskId: string;
    seq: number;
    /** Seal of the line before; null for the first. */
    previous: string | null;
    payload: string;
  }): { salt: string; payloadDigest: string; mac: string };
}
