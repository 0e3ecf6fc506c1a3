import { z } from 'zod';
import {
  branchSchema,
  entityRefSchema,
  jsonObjectSchema,
  lineSchema,
  repositoryUrlSchema,
} from '../values';

/**
 * Longest prompt that is sent, counted in characters after rendering.
 *
 * @public
 */
export const MAX_PROMPT_LENGTH = 30_000;

/** @public */
export const prioritySchema = z.number().int().min(-10).max(10);

/**
 * What started the ask; taken only from the scaffolder and our own plugins.
 *
 * @public
 */
export const originSchema = z
  .object({
    ref: entityRefSchema,
    run: z.string().min(1).max(200),
    step: z.string().min(1).max(200).optional(),
  })
  .strict();

/**
 * The body of a new task, and of a preview. Either a template or, where the policy allows it, a
 * prompt of one's own; and an entity, a repository, or both.
 *
 * @public
 */
export const createTaskSchema = z
  .object({
    template: entityRefSchema.optional(),
    /** A length past the limit is told by its own error, once the prompt is complete. */
    prompt: z.string().min(1).optional(),
    parameters: jsonObjectSchema.optional(),
    entityRef: entityRefSchema.optional(),
    repository: repositoryUrlSchema.optional(),
    baseRef: branchSchema.optional(),
    model: lineSchema.optional(),
    createPullRequest: z.boolean().optional(),
    title: lineSchema.optional(),
    priority: prioritySchema.optional(),
    /** A person's word that a second task like an open one is meant. */
    allowDuplicate: z.boolean().optional(),
    origin: originSchema.optional(),
  })
  .strict()
  .superRefine((body, context) => {
    if ((body.template === undefined) === (body.prompt === undefined)) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['template'],
        message: 'given, or else prompt, but not both',
      });
    }
    if (body.entityRef === undefined && body.repository === undefined) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['entityRef'],
        message: 'given, unless repository is',
      });
    }
  });

/** @public */
export type CreateTaskRequest = z.infer<typeof createTaskSchema>;

/**
 * The header `Idempotency-Key`: what the caller calls this request, printable ASCII.
 *
 * @public
 */
export const idempotencyKeySchema = z
  .string()
  .regex(/^[ -~]{1,255}$/, { message: '1 to 255 printable ASCII characters' });
