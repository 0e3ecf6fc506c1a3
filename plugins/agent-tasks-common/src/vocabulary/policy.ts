/**
 * What a policy says about a task. `ask`: a person decides.
 *
 * @public
 */
export const POLICY_RESULTS = ['allow', 'ask', 'deny'] as const;

/** @public */
export type PolicyResult = (typeof POLICY_RESULTS)[number];

/**
 * What one check of a policy came to. `skip`: it did not apply. An error counts as `deny`.
 *
 * @public
 */
export const POLICY_CHECK_RESULTS = [...POLICY_RESULTS, 'skip'] as const;

/** @public */
export type PolicyCheckResult = (typeof POLICY_CHECK_RESULTS)[number];

/**
 * What a requester must be able to show: write access to the repository, ownership of the entity,
 * or nothing, because the policy names its callers.
 *
 * @public
 */
export const STANDING_REQUIREMENTS = ['write', 'own', 'none'] as const;

/** @public */
export type StandingRequirement = (typeof STANDING_REQUIREMENTS)[number];

/**
 * Whether it was shown. `unchecked`: the provider is asked before the start, not by a preview.
 *
 * @public
 */
export const STANDING_RESULTS = ['met', 'not_met', 'unchecked'] as const;

/** @public */
export type StandingResult = (typeof STANDING_RESULTS)[number];

/**
 * Whether a policy wants a pull request. `forbid`: a branch is to be inspected first.
 *
 * @public
 */
export const PULL_REQUEST_MODES = ['require', 'allow', 'forbid'] as const;

/** @public */
export type PullRequestMode = (typeof PULL_REQUEST_MODES)[number];
