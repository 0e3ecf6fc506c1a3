import { z } from 'zod';
import { timeSchema } from '../values';

/**
 * One run of the agent, numbered within its task. `state` is the provider's word, `credits` are in
 * the unit of the task's cost, `error` is the provider's own text: untrusted, capped, to be shown
 * as text.
 *
 * @public
 */
export const sessionSchema = z
  .object({
    number: z.number().int().positive(),
    providerSessionId: z.string(),
    /** Number of the session that this one continues. */
    parent: z.number().int().positive().nullable(),
    state: z.string(),
    startedAt: timeSchema.nullable(),
    endedAt: timeSchema.nullable(),
    model: z.string().nullable(),
    credits: z.number().nonnegative().nullable(),
    error: z.string().nullable(),
    logUrl: z.string().nullable(),
  })
  .strict();

/** @public */
export type TaskSession = z.infer<typeof sessionSchema>;
