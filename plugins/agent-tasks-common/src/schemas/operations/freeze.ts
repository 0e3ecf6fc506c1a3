import { z } from 'zod';
import { FREEZE_SCOPES, FreezeScope } from '../../vocabulary';
import { taskListItemSchema } from '../task/task';
import {
  entityRefSchema,
  principalRefSchema,
  reasonSchema,
  slugSchema,
  timeSchema,
} from '../values';

/** As each kind is recorded of tasks: what is written otherwise would freeze nothing, unnoticed. */
const REF_SCHEMAS: Readonly<Record<FreezeScope, z.ZodString>> = {
  all: z.string(),
  organization: z.string().regex(/^[a-z0-9._-]+$/, {
    message: 'a lower-case organization such as acme',
  }),
  repository: slugSchema,
  owner: entityRefSchema,
  template: entityRefSchema,
  policy: z.string(),
};

/**
 * Where nothing new may start; `ref` is absent for `all` only.
 *
 * @public
 */
export const freezeScopeSchema = z
  .object({
    kind: z.enum(FREEZE_SCOPES),
    ref: z.string().min(1).max(200).optional(),
  })
  .strict()
  .superRefine((scope, context) => {
    if ((scope.kind === 'all') === (scope.ref !== undefined)) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['ref'],
        message: 'given for every scope but all',
      });
    }
    const read = REF_SCHEMAS[scope.kind].safeParse(scope.ref ?? '');
    if (scope.ref !== undefined && !read.success) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['ref'],
        message: read.error.issues[0].message,
      });
    }
  });

/**
 * The order to start nothing new; without `until` it stands until somebody thaws it.
 *
 * @public
 */
export const createFreezeSchema = z
  .object({
    scope: freezeScopeSchema,
    reason: reasonSchema,
    until: timeSchema.optional(),
    /** Also refuse new tasks, instead of letting them wait. */
    refuse: z.boolean().optional(),
  })
  .strict();

/** @public */
export type CreateFreezeRequest = z.infer<typeof createFreezeSchema>;

/**
 * Thawing takes no words.
 *
 * @public
 */
export const thawSchema = z.object({}).strict();

/** @public */
export const freezeSchema = z
  .object({
    id: z.string(),
    scope: freezeScopeSchema,
    reason: z.string(),
    /** Who ordered it; `system` after a restore. */
    by: z.union([principalRefSchema, z.literal('system')]),
    since: timeSchema,
    until: timeSchema.nullable(),
    refuse: z.boolean(),
    /** Queued tasks in its scope; of one that is over, where it stood. */
    waiting: z.number().int().nonnegative(),
    /** null while it stands. */
    thawedAt: timeSchema.nullable(),
  })
  .strict();

/** @public */
export type Freeze = z.infer<typeof freezeSchema>;

/**
 * A freeze with the tasks that wait for its end, oldest first, at most 50.
 *
 * @public
 */
export const freezeReportSchema = freezeSchema
  .extend({ tasks: z.array(taskListItemSchema).max(50) })
  .strict();

/** @public */
export type FreezeReport = z.infer<typeof freezeReportSchema>;

/** @public */
export const freezeListSchema = z
  .object({ items: z.array(freezeSchema) })
  .strict();

/** @public */
export type FreezeList = z.infer<typeof freezeListSchema>;
