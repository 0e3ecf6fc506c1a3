/**
 * What we decided about a task; what the provider reports is kept beside it.
 *
 * @public
 */
export const TASK_PHASES = [
  'pending_approval',
  'queued',
  'starting',
  'unconfirmed',
  'quarantined',
  'tracking',
  'rejected',
  'withdrawn',
  'expired',
  'refused',
  'written_off',
] as const;

/** @public */
export type TaskPhase = (typeof TASK_PHASES)[number];

/**
 * The phases that end a task before, or without, tracking it at the provider.
 *
 * @public
 */
export const END_PHASES = [
  'rejected',
  'withdrawn',
  'expired',
  'refused',
  'written_off',
] as const satisfies readonly TaskPhase[];

/** @public */
export type EndPhase = (typeof END_PHASES)[number];
