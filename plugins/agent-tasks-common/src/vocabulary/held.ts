/**
 * Why a queued task may not start yet, in the order in which admission asks.
 *
 * @public
 */
export const HELD_REASONS = [
  'entity',
  'preflight',
  'frozen',
  'breaker',
  'window',
  'identity',
  'provider',
  'budget',
  'review_capacity',
  'owner_limit',
  'organization_limit',
  'repository_limit',
  'requester_limit',
] as const;

/** @public */
export type HeldReason = (typeof HELD_REASONS)[number];

/**
 * What a queued task waits for.
 *
 * @public
 */
export interface Held {
  reason: HeldReason;
  /** Milliseconds since the epoch. */
  since: number;
  /** Milliseconds since the epoch; absent where nobody knows. */
  until?: number;
  used?: number;
  limit?: number;
  /** What the limit is counted for: an owner, an organization, a repository, a freeze. */
  ref?: string;
}

/**
 * What a limit on tasks in flight is counted for.
 *
 * @public
 */
export const LIMIT_SCOPES = [
  'owner',
  'organization',
  'repository',
  'requester',
] as const;

/** @public */
export type LimitScope = (typeof LIMIT_SCOPES)[number];

/**
 * Where nothing new may start while a freeze stands.
 *
 * @public
 */
export const FREEZE_SCOPES = [
  'all',
  'organization',
  'repository',
  'owner',
  'template',
  'policy',
] as const;

/** @public */
export type FreezeScope = (typeof FREEZE_SCOPES)[number];

/**
 * What an expected start is reckoned from: the template's last runs, or its own estimate.
 *
 * @public
 */
export const QUEUE_BASES = ['history', 'template'] as const;

/** @public */
export type QueueBasis = (typeof QUEUE_BASES)[number];
