import { z } from 'zod';
import { ANSWER_MODES, HELD_REASONS, QUEUE_BASES } from '../../vocabulary';
import { timeSchema } from '../values';

/**
 * Why a queued task may not start yet; `until` is absent where nobody knows.
 *
 * @public
 */
export const heldSchema = z
  .object({
    reason: z.enum(HELD_REASONS),
    since: timeSchema,
    until: timeSchema.optional(),
    used: z.number().nonnegative().optional(),
    limit: z.number().nonnegative().optional(),
    /** What the limit is counted for: an owner, an organization, a repository, a freeze. */
    ref: z.string().optional(),
  })
  .strict();

/** @public */
export type TaskHeld = z.infer<typeof heldSchema>;

/**
 * Where a task stands among those held by the same limit; the first is 1.
 *
 * @public
 */
export const queuePlaceSchema = z
  .object({
    position: z.number().int().positive(),
    /** Left out where nothing sound can be said, as under a freeze. */
    startsInSeconds: z.number().int().nonnegative().optional(),
    basis: z.enum(QUEUE_BASES).optional(),
  })
  .strict();

/** @public */
export type TaskQueuePlace = z.infer<typeof queuePlaceSchema>;

/**
 * The agent's question, from providers that tell it. Untrusted.
 *
 * @public
 */
export const questionSchema = z
  .object({
    untrustedText: z.string(),
    at: timeSchema,
    options: z.array(z.string()).optional(),
  })
  .strict();

/** @public */
export type TaskQuestion = z.infer<typeof questionSchema>;

/**
 * Where the agent can be answered, and on which pull request a comment would go.
 *
 * @public
 */
export const answerPlaceSchema = z
  .object({
    mode: z.enum(ANSWER_MODES),
    url: z.string().nullable(),
    pullRequest: z.number().int().positive().nullable(),
  })
  .strict();

/** @public */
export type TaskAnswerPlace = z.infer<typeof answerPlaceSchema>;
