import { z } from 'zod';
import { DECIDABLE_OUTCOMES, RESOLVE_DECISIONS } from '../../vocabulary';
import { scopeSchema } from '../template/scope';
import {
  digestSchema,
  entityRefSchema,
  jsonObjectSchema,
  lineSchema,
  reasonSchema,
  timeSchema,
} from '../values';
import { prioritySchema } from './createTask';

/**
 * Longest answer to an agent, in characters.
 *
 * @public
 */
export const MAX_ANSWER_LENGTH = 4_000;

/**
 * What may be changed without touching the work: at least one field.
 *
 * @public
 */
export const updateTaskSchema = z
  .object({
    title: lineSchema.optional(),
    /** null gives the task back to its owners. */
    assignee: entityRefSchema.nullable().optional(),
    snoozedUntil: timeSchema.nullable().optional(),
    acknowledged: z.boolean().optional(),
    /** Above 0 for operators only. */
    priority: prioritySchema.optional(),
  })
  .strict()
  .refine(body => Object.values(body).some(value => value !== undefined), {
    message: 'an object with at least one field to change',
  });

/** @public */
export type UpdateTaskRequest = z.infer<typeof updateTaskSchema>;

/**
 * Binds the yes to what was seen.
 *
 * @public
 */
export const approveSchema = z.object({ digest: digestSchema }).strict();

/** @public */
export const rejectSchema = z.object({ reason: reasonSchema }).strict();

/** @public */
export const cancelSchema = z
  .object({ reason: reasonSchema.optional() })
  .strict();

/**
 * Run again, as a child task; what is left out stays as it was.
 *
 * @public
 */
export const retrySchema = z
  .object({
    parameters: jsonObjectSchema.optional(),
    /** Added to the prompt as a labelled block. */
    addition: z.string().trim().min(1).max(MAX_ANSWER_LENGTH).optional(),
    scope: scopeSchema.optional(),
    model: lineSchema.optional(),
    /** Go on from the branch of the earlier task instead of its base. */
    continue: z.boolean().optional(),
    reason: reasonSchema.optional(),
  })
  .strict();

/**
 * Either a message to the agent, or the word that it was answered at the provider.
 *
 * @public
 */
export const answerSchema = z.union(
  [
    z
      .object({ message: z.string().trim().min(1).max(MAX_ANSWER_LENGTH) })
      .strict(),
    z.object({ answeredAtProvider: z.literal(true) }).strict(),
  ],
  {
    errorMap: () => ({
      message: 'either a message, or answeredAtProvider: true',
    }),
  },
);

/** @public */
export const acceptSchema = z
  .object({ outcome: z.enum(DECIDABLE_OUTCOMES), reason: reasonSchema })
  .strict();

/** @public */
export const rollbackSchema = z.object({ reason: reasonSchema }).strict();

/**
 * The commit the person looked at.
 *
 * @public
 */
export const openPullRequestSchema = z
  .object({
    headSha: z.string().regex(/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/, {
      message: 'a commit in full',
    }),
  })
  .strict();

/** @public */
export const resolveSchema = z
  .object({
    decision: z.enum(RESOLVE_DECISIONS),
    providerTaskId: z.string().min(1).max(200).optional(),
    /**
     * The attempt that the person looked at: `attempts` of the task as it was read. Left out, the
     * word is about the first one, and is refused once there was another.
     */
    attempt: z.number().int().min(1).optional(),
    reason: reasonSchema,
  })
  .strict()
  .superRefine((body, context) => {
    const { decision, attempt } = body;
    if (attempt !== undefined && decision !== 'confirm-not-started') {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['attempt'],
        message:
          'given to confirm that it was not started, and left out otherwise',
      });
    }
    if ((body.decision === 'adopt') !== (body.providerTaskId !== undefined)) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['providerTaskId'],
        message: 'given to adopt, and left out otherwise',
      });
    }
  });

/**
 * The body of each command, by the word that `allowedActions` uses.
 *
 * @public
 */
export const taskCommandSchemas = {
  approve: approveSchema,
  reject: rejectSchema,
  cancel: cancelSchema,
  retry: retrySchema,
  answer: answerSchema,
  accept: acceptSchema,
  rollback: rollbackSchema,
  open_pull_request: openPullRequestSchema,
  resolve: resolveSchema,
};

/**
 * The body of each command, by the word that `allowedActions` uses.
 *
 * @public
 */
export type TaskCommands = {
  [Command in keyof typeof taskCommandSchemas]: z.infer<
    (typeof taskCommandSchemas)[Command]
  >;
};
