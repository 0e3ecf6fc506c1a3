/**
 * Why a task needs a person now.
 *
 * @public
 */
export const ATTENTIONS = [
  'question',
  'approval',
  'review',
  'failure',
  'blocked',
  'unconfirmed',
] as const;

/** @public */
export type Attention = (typeof ATTENTIONS)[number];

/**
 * The finer word per attention; for `failure` it is the failure class.
 *
 * @public
 */
export const ATTENTION_REASONS = {
  question: ['asked', 'quiet'],
  approval: ['policy', 'void'],
  review: [
    'ready',
    'run_checks',
    'conflict',
    'merge',
    'inspect_branch',
    'accept',
    'out_of_scope',
    'self_reviewed',
    'stale',
  ],
  blocked: ['sign_in', 'budget', 'held_too_long'],
  unconfirmed: ['quarantined', 'access_lost'],
} as const;
