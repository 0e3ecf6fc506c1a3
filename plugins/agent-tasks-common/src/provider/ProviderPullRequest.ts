import {
  ChecksState,
  PullRequestState,
  ReviewState,
} from '../vocabulary/evidence';

/**
 * A pull request as last read. Times are milliseconds since the epoch.
 *
 * @public
 */
export interface ProviderPullRequest {
  databaseId: string;
  globalId?: string;
  number: number;
  url: string;
  state: PullRequestState;
  draft: boolean;
  headRef: string;
  headSha: string;
  baseRef: string;
  authorLogin?: string;
  checks: ChecksState;
  /** The state of each check by its name, as observed. */
  checkRuns: { name: string; state: 'pending' | 'passing' | 'failing' }[];
  review: ReviewState;
  /** Logins whose latest review approves. */
  approvedBy: string[];
  /** null while the provider is still working it out. */
  mergeable: boolean | null;
  mergedAt?: number;
  mergedBy?: string;
  closedAt?: number;
  updatedAt?: number;
  changedFiles: number;
  additions: number;
  deletions: number;
  /** Body of the pull request: holds the agent's own report. Untrusted, capped. */
  untrustedBody?: string;
}

/**
 * A file a pull request touches.
 *
 * @public
 */
export interface ProviderFile {
  path: string;
  additions: number;
  deletions: number;
}
