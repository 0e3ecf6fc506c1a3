/**
 * Through what a task was asked for. Comes from the caller's credentials, never from a body.
 *
 * @public
 */
export const VIA_KINDS = [
  'portal',
  'scaffolder',
  'api',
  'action',
  'schedule',
  'campaign',
] as const;

/** @public */
export type ViaKind = (typeof VIA_KINDS)[number];

/** @public */
export const REQUESTER_TYPES = ['user', 'service'] as const;

/** @public */
export type RequesterType = (typeof REQUESTER_TYPES)[number];

/**
 * Whose token acts: one shared by all, or the asking person's own.
 *
 * @public
 */
export const IDENTITY_TYPES = ['token', 'requester'] as const;

/** @public */
export type IdentityType = (typeof IDENTITY_TYPES)[number];

/**
 * Whether an identity can act now. `missing`: nobody connected yet; `invalid`: the provider
 * refused its token.
 *
 * @public
 */
export const IDENTITY_STATES = [
  'ready',
  'missing',
  'expired',
  'invalid',
] as const;

/** @public */
export type IdentityState = (typeof IDENTITY_STATES)[number];
