/**
 * The commands a task may offer, as `allowedActions` names them.
 *
 * @public
 */
export const TASK_ACTIONS = [
  'update',
  'answer',
  'cancel',
  'retry',
  'approve',
  'reject',
  'accept',
  'rollback',
  'open_pull_request',
  'resolve',
] as const;

/** @public */
export type TaskAction = (typeof TASK_ACTIONS)[number];

/**
 * How an operator settles an unclear start.
 *
 * @public
 */
export const RESOLVE_DECISIONS = [
  'adopt',
  'confirm-not-started',
  'write-off',
] as const;

/** @public */
export type ResolveDecision = (typeof RESOLVE_DECISIONS)[number];
