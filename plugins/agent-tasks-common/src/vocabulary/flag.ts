/**
 * Facts worth a mark on the task that change nothing about its state.
 *
 * @public
 */
export const TASK_FLAGS = [
  'out_of_scope_files',
  'too_large',
  'unexpected_branch',
  'model_outside_policy',
  'report_missing',
  'self_reviewed',
  'late_start',
  'duplicate_start',
  'unknown_state',
  'access_lost',
  'cannot_stop',
  'partial_state',
  'shared_identity',
  'recovered',
] as const;

/** @public */
export type TaskFlag = (typeof TASK_FLAGS)[number];
