/**
 * What came of the ask, judged from the evidence the template asked for.
 *
 * @public
 */
export const OUTCOMES = [
  'pending',
  'succeeded',
  'noop',
  'failed',
  'timed_out',
  'cancelled',
  'lost',
] as const;

/** @public */
export type Outcome = (typeof OUTCOMES)[number];

/**
 * The outcomes a person may decide; the others are facts.
 *
 * @public
 */
export const DECIDABLE_OUTCOMES = [
  'succeeded',
  'noop',
  'failed',
] as const satisfies readonly Outcome[];

/** @public */
export type DecidableOutcome = (typeof DECIDABLE_OUTCOMES)[number];

/**
 * What a template counts as success.
 *
 * @public
 */
export const SUCCESS_CONDITIONS = [
  'merged',
  'checks',
  'pull-request',
  'branch',
  'accepted',
] as const;

/** @public */
export type SuccessCondition = (typeof SUCCESS_CONDITIONS)[number];
