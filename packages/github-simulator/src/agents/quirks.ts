import { chance } from '../state/dice';

/**
 * What GitHub was seen to do beside its documentation, and how often we do it unless the settings say otherwise.
 * Each task draws its own quirks once, by the seed.
 */
export const quirks = {
  /** The name is not the prompt's first line but a model's rewording. */
  renamed: 1,
  /** `session_count: 1, sessions: []` for the first while. */
  late_sessions: 0.5,
  /** `model` comes back as `sweagent-capi:<model>`. */
  model_prefix: 0.7,
  /** `usage.credits` in place of `usage.amount`; a named exception of the contract. */
  usage_credits: 0.4,
  /** Optional fields are left out. */
  omitted_fields: 0.3,
  /** `error` is a string, or null where there is none; a named exception of the contract. */
  string_error: 0.5,
  /** Leaving out `create_pull_request` opens one. */
  pull_by_default: 1,
  /** `head_ref` without an open pull request into `base_ref` is ignored silently; off: refused with 422. */
  head_ref_ignored: 1,
  /** `html_url` is `/agents/tasks/…` rather than `/copilot/tasks/…`. */
  agents_address: 0.5,
} as const;

export type Quirk = keyof typeof quirks;

export const quirkNames = Object.keys(quirks) as Quirk[];

export function drawQuirks(
  seed: number,
  ordinal: number,
  likelihood: Record<string, number>,
): Quirk[] {
  return quirkNames.filter(
    name =>
      chance(seed, 'quirk', name, ordinal) < (likelihood[name] ?? quirks[name]),
  );
}
