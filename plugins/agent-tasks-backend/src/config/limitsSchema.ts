import { z } from 'zod';
import { PolicyLimits } from '../domain/policy/policy';
import { countSchema } from './values';

/** How many, at most. A policy's limits only ever narrow those of the portal. */
export const limitsSchema = z
  .object({
    owner: countSchema.optional(),
    organization: countSchema.optional(),
    repository: countSchema.optional(),
    requester: countSchema.optional(),
    queued: countSchema.optional(),
    perRequesterPerDay: countSchema.optional(),
    viaAction: countSchema.optional(),
  })
  .strict();

/** The portal's own limits. How much a team can review is a fact of the team, not of a policy. */
export const portalLimitsSchema = limitsSchema
  .extend({ reviewCapacity: countSchema.optional() })
  .strict();

/** Enough for a first team, and little enough that a mistake is not a bill. */
export const DEFAULT_LIMITS: Required<PolicyLimits> = {
  owner: 5,
  organization: 20,
  repository: 1,
  requester: 5,
  queued: 500,
  perRequesterPerDay: 50,
  viaAction: 3,
};
