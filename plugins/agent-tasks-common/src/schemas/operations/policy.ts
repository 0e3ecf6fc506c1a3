import { z } from 'zod';
import { VIA_KINDS } from '../../vocabulary';
import { digestSchema, timeSchema } from '../values';

/**
 * What a policy applies to, as configured; what is left out means any.
 *
 * @public
 */
export const policyMatchSchema = z
  .object({
    kinds: z.array(z.string()).optional(),
    types: z.array(z.string()).optional(),
    filter: z.record(z.union([z.string(), z.array(z.string())])).optional(),
    organizations: z.array(z.string()).optional(),
    repositories: z.array(z.string()).optional(),
    templates: z.array(z.string()).optional(),
    via: z.array(z.enum(VIA_KINDS)).optional(),
  })
  .strict();

/**
 * A policy in the order in which it is asked, and how much it is used.
 *
 * @public
 */
export const policySchema = z
  .object({
    id: z.string(),
    version: z.number().int().positive(),
    digest: digestSchema,
    match: policyMatchSchema,
    use: z
      .object({
        /** Tasks ever decided by this version. */
        tasks: z.number().int().nonnegative(),
        lastUsedAt: timeSchema.nullable(),
      })
      .strict(),
  })
  .strict();

/** @public */
export type Policy = z.infer<typeof policySchema>;

/** @public */
export const policyListSchema = z
  .object({ items: z.array(policySchema) })
  .strict();

/** @public */
export type PolicyList = z.infer<typeof policyListSchema>;
