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
