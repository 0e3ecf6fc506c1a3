/**
 * A repository as people and configuration name it.
 *
 * @public
 */
export interface RepositoryRef {
  /** Host with port, lower case: `github.com`, `localhost:7099`. */
  host: string;
  /** `owner/name`, lower case. */
  slug: string;
}

/**
 * A repository as the provider knows it. Only the id survives a rename.
 *
 * @public
 */
export interface ProviderRepository extends RepositoryRef {
  id: string;
  url: string;
  defaultBranch: string;
  archived: boolean;
  /** Milliseconds since the epoch: a new repository may not be ready for agents yet. */
  createdAt?: number;
}

/**
 * What an account may do in a repository.
 *
 * @public
 */
export type RepositoryAccess = 'none' | 'read' | 'write' | 'admin';

/**
 * Who a credential acts as.
 *
 * @public
 */
export interface ProviderAccount {
  id: string;
  login: string;
  /** When the token ends, milliseconds since the epoch; absent when the provider does not say. */
  tokenExpiresAt?: number;
  /** Scopes the provider names for the token; absent for tokens without scopes. */
  tokenScopes?: string[];
}

/**
 * How many requests a credential has left in its window.
 *
 * @public
 */
export interface RateBudget {
  limit: number;
  remaining: number;
  /** Milliseconds since the epoch. */
  resetAt: number;
}
