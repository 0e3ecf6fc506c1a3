/**
 * What a run cost, in the unit the provider bills. Amounts are whole units, not nano units.
 *
 * @public
 */
export interface ProviderUsage {
  unit: 'ai_credits' | 'premium_requests';
  amount: number;
}

/**
 * One run of the agent. Times are milliseconds since the epoch. Text fields are untrusted.
 *
 * @public
 */
export interface ProviderSession {
  id: string;
  /** The provider's word, verbatim. */
  state: string;
  createdAt: number;
  updatedAt?: number;
  completedAt?: number;
  prompt?: string;
  headRef?: string;
  baseRef?: string;
  /** Model as used, without the provider's routing prefix. */
  model?: string;
  usage?: ProviderUsage;
  /** The provider's own words, capped and cleaned; show as data, never as a message of ours. */
  untrustedError?: string;
  url?: string;
}

/**
 * What a task produced, by the provider's keys. A pull request's `databaseId` is not its number.
 *
 * @public
 */
export type ProviderArtifact =
  | { type: 'pull_request'; databaseId: string; globalId?: string }
  | { type: 'branch'; headRef: string; baseRef?: string };

/**
 * A task as one read of the provider shows it. Everything but id, state and createdAt may be
 * absent. `sessions` is absent on list rows, and may be empty while `sessionCount` is 1.
 *
 * @public
 */
export interface ProviderTask {
  id: string;
  /** The provider's word, verbatim: one of the known words or any other. */
  state: string;
  createdAt: number;
  updatedAt?: number;
  archivedAt?: number;
  /** Given by the provider, never built from parts. */
  url?: string;
  /** Rewritten by a model: useless to recognise a task by. Untrusted. */
  untrustedName?: string;
  repositoryId?: string;
  creatorId?: string;
  sessionCount?: number;
  sessions?: ProviderSession[];
  artifacts: ProviderArtifact[];
  /** The answer as it came, kept as evidence; goes into no message and no log line. */
  raw: unknown;
}
