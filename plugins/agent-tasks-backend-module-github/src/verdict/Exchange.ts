/**
 * What the body of an answer says, reduced to a word of ours. The body's own text stops here.
 */
export type UpstreamWord =
  | 'model_unavailable'
  | 'quota_exhausted'
  | 'not_enabled'
  | 'rate_limited';

/** The causeCode of our own time limit; no network stack uses the word. */
export const OWN_TIMEOUT = 'OWN_TIMEOUT';

/**
 * What one call left behind. Every verdict is made from this record and from nothing else: an
 * Octokit error says status 500 for a refused connection and for a reset alike
 * (@octokit/request 8.4.1), so it proves nothing.
 */
export interface Exchange {
  /** The real fetch was called: from here on bytes may have left. */
  entered: boolean;
  /** Absent when the connection ended before a status line came. */
  status?: number;
  /** By lower-case name. */
  headers: Readonly<Record<string, string>>;
  /** Why the connection ended early: a code of Node, undici or OpenSSL, or OWN_TIMEOUT. */
  causeCode?: string;
  /** The whole body arrived and is JSON. */
  bodyReadable: boolean;
  says?: UpstreamWord;
  /** Milliseconds since the epoch. */
  startedAt: number;
  endedAt: number;
}
