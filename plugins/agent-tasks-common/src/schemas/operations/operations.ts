import { z } from 'zod';
import { timeSchema } from '../values';
import { identityHealthSchema } from './identity';

/**
 * A loop on the replica that answered.
 *
 * @public
 */
export const loopSchema = z
  .object({
    name: z.string(),
    /** End of the last pass that went well; null before the first. */
    lastPassAt: timeSchema.nullable(),
    /** Passes that have failed since. */
    failures: z.number().int().nonnegative(),
    /** Rows whose time has come. */
    due: z.number().int().nonnegative(),
  })
  .strict();

/**
 * Something that stopped by itself: an operation of the provider, or a template.
 *
 * @public
 */
export const breakerSchema = z
  .object({
    /** `provider_create`, `provider_read` by identity, `template`. */
    name: z.string(),
    ref: z.string().nullable(),
    state: z.enum(['closed', 'open', 'probing']),
    /** Why it opened last; null: it never did. */
    reason: z
      .enum([
        'unanswered',
        'outcome',
        'quarantined',
        'second_start',
        'over_cost',
      ])
      .nullable(),
    since: timeSchema,
    until: timeSchema.nullable(),
  })
  .strict();

/**
 * What should not be, with the runbook that says what to do.
 *
 * @public
 */
export const anomalySchema = z
  .object({
    kind: z.string(),
    count: z.number().int().positive(),
    since: timeSchema,
    taskIds: z.array(z.string()).max(50),
    runbookUrl: z.string().nullable(),
  })
  .strict();

/** @public */
export const operationsSchema = z
  .object({
    loops: z.array(loopSchema),
    breakers: z.array(breakerSchema),
    identities: z.array(identityHealthSchema),
    anomalies: z.array(anomalySchema),
  })
  .strict();

/** @public */
export type Operations = z.infer<typeof operationsSchema>;
