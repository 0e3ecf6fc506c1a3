import { z } from 'zod';
import { ERROR_CODES, NEXT_ACTIONS } from '../../errors';
import {
  POLICY_CHECK_RESULTS,
  POLICY_RESULTS,
  STANDING_REQUIREMENTS,
  STANDING_RESULTS,
} from '../../vocabulary';
import { violationSchema } from '../errorBody';
import { digestSchema, entityRefSchema } from '../values';
import { taskIdentitySchema } from './origin';
import { heldSchema, queuePlaceSchema } from './waiting';

/**
 * One check of one policy: what was asked, and what it came to. Sentences of ours, no entity text.
 *
 * @public
 */
export const policyTraceSchema = z
  .object({
    /** The policy asked, null for a check that comes before any. */
    policy: z.string().nullable(),
    check: z.string(),
    result: z.enum(POLICY_CHECK_RESULTS),
    message: z.string(),
  })
  .strict();

/** @public */
export type PolicyTrace = z.infer<typeof policyTraceSchema>;

/** @public */
export const estimateSchema = z
  .object({
    credits: z.number().nonnegative().nullable(),
    minutes: z.number().nonnegative().nullable(),
  })
  .strict();

/** @public */
export type TaskEstimate = z.infer<typeof estimateSchema>;

/**
 * What a submit of the same body would be refused with.
 *
 * @public
 */
export const previewErrorSchema = z
  .object({
    code: z.enum(ERROR_CODES),
    message: z.string(),
    nextAction: z.enum(NEXT_ACTIONS),
    remediation: z.string(),
    violations: z.array(violationSchema),
    /** Facts of ours alone, never text of others: `taskId` is the open task that asks for the same. */
    details: z.object({ taskId: z.string() }).strict().optional(),
  })
  .strict();

/**
 * What would happen. Parts that could not be worked out are null, and `errors` says why; an empty
 * `errors` means that a submit would be taken.
 *
 * @public
 */
export const previewSchema = z
  .object({
    /** As it would be sent, with a placeholder for the tracking line. */
    prompt: z.string().nullable(),
    policy: z
      .object({
        result: z.enum(POLICY_RESULTS),
        id: z.string().nullable(),
        version: z.number().int().positive().nullable(),
        trace: z.array(policyTraceSchema),
      })
      .strict(),
    identity: taskIdentitySchema.nullable(),
    standing: z
      .object({
        required: z.enum(STANDING_REQUIREMENTS),
        result: z.enum(STANDING_RESULTS),
        login: z.string().nullable(),
      })
      .strict()
      .nullable(),
    estimate: estimateSchema.nullable(),
    queue: queuePlaceSchema.extend({ held: heldSchema.optional() }).nullable(),
    /** Who may say yes, people and groups; left out where the policy asks nobody. */
    approvers: z.array(entityRefSchema).optional(),
    /**
     * Whether the agent opens a draft pull request, or leaves a branch; left out where no policy
     * settled it.
     */
    createPullRequest: z.boolean().optional(),
    /** What an approval of this very task would bind to. */
    digest: digestSchema.nullable(),
    errors: z.array(previewErrorSchema),
  })
  .strict();

/** @public */
export type TaskPreview = z.infer<typeof previewSchema>;
