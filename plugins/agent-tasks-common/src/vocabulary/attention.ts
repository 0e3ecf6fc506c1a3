import { FAILURE_CLASSES } from './failureClass';

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
  failure: FAILURE_CLASSES,
  blocked: ['sign_in', 'budget', 'held_too_long'],
  unconfirmed: ['quarantined', 'access_lost'],
} as const satisfies Record<Attention, readonly string[]>;

/** @public */
export type AttentionReason = (typeof ATTENTION_REASONS)[Attention][number];

/**
 * Whose inbox: `mine` is assigned to the caller, or needs its requester and that is the caller;
 * `team` is routed to a group of the caller's and not assigned elsewhere.
 *
 * @public
 */
export const INBOX_SCOPES = ['mine', 'team'] as const;

/** @public */
export type InboxScope = (typeof INBOX_SCOPES)[number];
