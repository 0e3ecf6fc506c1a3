import {
  PULL_REQUEST_MODES,
  STANDING_REQUIREMENTS,
  VIA_KINDS,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import {
  entityRefSchema,
  lineSchema,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { z } from 'zod';
import { Policy } from '../domain/policy/policy';
import { WEEKDAYS } from '../domain/policy/timeWindow';
import { limitsSchema } from './limitsSchema';
import {
  countSchema,
  globSchema,
  idSchema,
  listOf,
  millisecondsSchema,
} from './values';

const wordSchema = z.string().min(1).max(200);

const matchSchema = z
  .object({
    kinds: listOf(wordSchema).optional(),
    types: listOf(wordSchema).optional(),
    filter: z.record(z.union([wordSchema, listOf(wordSchema)])).optional(),
    organizations: listOf(globSchema).optional(),
    repositories: listOf(globSchema).optional(),
    templates: listOf(globSchema).optional(),
    via: listOf(z.enum(VIA_KINDS)).optional(),
  })
  .strict();

const timeOfDaySchema = z
  .string()
  .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, {
    message: 'a time of day such as 07:00',
  });

const windowSchema = z
  .object({
    days: listOf(z.enum(WEEKDAYS)),
    from: timeOfDaySchema,
    to: timeOfDaySchema,
    timezone: z
      .string()
      .refine(isTimezone, { message: 'a time zone such as Europe/Berlin' }),
  })
  .strict();

const modelsSchema = z
  .object({
    allow: listOf(globSchema).optional(),
    default: lineSchema.optional(),
    fallbackWithoutModel: z.boolean().optional(),
  })
  .strict();

const approvalSchema = z
  .object({
    required: z.boolean().optional(),
    by: z
      .union(
        [
          z.literal('owner'),
          entityRefSchema.transform(ref => [ref]),
          listOf(entityRefSchema),
        ],
        { errorMap: () => ({ message: 'owner, or entity references' }) },
      )
      .optional(),
    fourEyes: z.boolean().optional(),
  })
  .strict();

/** One rule set, as `app-config.yaml` has it. */
export const policySchema = z
  .object({
    id: idSchema,
    version: countSchema,
    match: matchSchema.optional(),
    repositories: z
      .object({ deny: listOf(globSchema).optional() })
      .strict()
      .optional(),
    baseRefs: listOf(globSchema).optional(),
    models: modelsSchema.optional(),
    pullRequest: z.enum(PULL_REQUEST_MODES).optional(),
    freeform: z.boolean().optional(),
    untrustedTemplates: z.boolean().optional(),
    requesterMust: z.enum(STANDING_REQUIREMENTS).optional(),
    approval: approvalSchema.optional(),
    identity: idSchema,
    limits: limitsSchema.optional(),
    timeouts: z
      .object({
        queued: millisecondsSchema.optional(),
        approval: millisecondsSchema.optional(),
        waitingForUser: millisecondsSchema.optional(),
        running: millisecondsSchema.optional(),
      })
      .strict()
      .optional(),
    windows: listOf(windowSchema).optional(),
  })
  .strict()
  .superRefine((policy, context) => {
    if (policy.requesterMust === 'none' && !policy.match?.via) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['match', 'via'],
        message:
          'given where requesterMust is none: it has to name its callers',
      });
    }
  }) satisfies z.ZodType<Policy, z.ZodTypeDef, unknown>;

function isTimezone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
}
