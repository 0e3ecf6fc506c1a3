/** What is needed to check a record: the keys stay outside. */
export interface SealReader {
  /** What a line may be signed with: by today's key, then by those before it. */
  macsOf(taskId: string, message: string): string[];
  payloadDigest(salt: string, payload: string): string;
}
