/**
 * What a provider bills in.
 *
 * @public
 */
export const COST_UNITS = ['ai_credits', 'premium_requests'] as const;

/** @public */
export type CostUnit = (typeof COST_UNITS)[number];

/**
 * What one line of a session's account says. At most one line of each kind per session.
 *
 * @public
 */
export const COST_KINDS = [
  'reserve',
  'charge',
  'release',
  'write_off',
] as const;

/** @public */
export type CostKind = (typeof COST_KINDS)[number];

/**
 * What a budget is counted for.
 *
 * @public
 */
export const BUDGET_SCOPES = [
  'owner',
  'organization',
  'requester',
  'template',
] as const;

/** @public */
export type BudgetScope = (typeof BUDGET_SCOPES)[number];
