/**
 * What the checks of a pull request say. `awaiting_approval`: they wait for a person to run them.
 *
 * @public
 */
export const CHECKS_STATES = [
  'none',
  'awaiting_approval',
  'pending',
  'passing',
  'failing',
] as const;

/** @public */
export type ChecksState = (typeof CHECKS_STATES)[number];

/** @public */
export const REVIEW_STATES = [
  'none',
  'required',
  'approved',
  'changes_requested',
] as const;

/** @public */
export type ReviewState = (typeof REVIEW_STATES)[number];

/** @public */
export const PULL_REQUEST_STATES = ['open', 'closed', 'merged'] as const;

/** @public */
export type PullRequestState = (typeof PULL_REQUEST_STATES)[number];

/**
 * Where an answer to a waiting agent can be given.
 *
 * @public
 */
export const ANSWER_MODES = ['comment', 'at_provider', 'none'] as const;

/** @public */
export type AnswerMode = (typeof ANSWER_MODES)[number];

/**
 * The rail of the task page.
 *
 * @public
 */
export const STAGES = [
  'asked',
  'waiting',
  'working',
  'review',
  'result',
] as const;

/** @public */
export type Stage = (typeof STAGES)[number];
