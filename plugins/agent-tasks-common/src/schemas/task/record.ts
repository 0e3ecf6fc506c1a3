import { z } from 'zod';
import { eventSchema } from './event';
import { taskSchema } from './task';

/**
 * What the agent says of its own work. Untrusted from the first word to the last.
 *
 * @public
 */
export const claimedEvidenceSchema = z
  .object({
    commands: z.array(z.string()),
    tests: z.array(z.string()),
    hosts: z.array(z.string()),
    leftOut: z.array(z.string()),
    confidence: z.string().nullable(),
    gaps: z.array(z.string()),
  })
  .strict();

/** @public */
export type ClaimedEvidence = z.infer<typeof claimedEvidenceSchema>;

/**
 * What was read at the provider.
 *
 * @public
 */
export const observedEvidenceSchema = z
  .object({
    checks: z.array(
      z
        .object({
          name: z.string(),
          state: z.enum(['pending', 'passing', 'failing']),
        })
        .strict(),
    ),
    files: z.array(
      z
        .object({
          path: z.string(),
          additions: z.number().int().nonnegative(),
          deletions: z.number().int().nonnegative(),
          inScope: z.boolean(),
        })
        .strict(),
    ),
  })
  .strict();

/** @public */
export type ObservedEvidence = z.infer<typeof observedEvidenceSchema>;

/**
 * Whether the chain of events is whole; `brokenAt` is the first event that does not fit.
 *
 * @public
 */
export const chainCheckSchema = z
  .object({
    intact: z.boolean(),
    count: z.number().int().nonnegative(),
    head: z.string().nullable(),
    brokenAt: z.number().int().positive().nullable(),
  })
  .strict();

/** @public */
export type ChainCheck = z.infer<typeof chainCheckSchema>;

/**
 * The whole record of a task, with the sentence that says who allowed it.
 *
 * @public
 */
export const recordSchema = z
  .object({
    sentence: z.string(),
    task: taskSchema,
    events: z.array(eventSchema),
    evidence: z
      .object({
        claimed: claimedEvidenceSchema.nullable(),
        observed: observedEvidenceSchema,
      })
      .strict(),
    chain: chainCheckSchema,
  })
  .strict();

/** @public */
export type TaskRecord = z.infer<typeof recordSchema>;
