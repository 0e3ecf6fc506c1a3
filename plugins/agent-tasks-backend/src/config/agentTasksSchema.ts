import {
  entityRefSchema,
  timeSchema,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { z } from 'zod';
import { identitySchema } from './identitySchema';
import { portalLimitsSchema } from './limitsSchema';
import { policySchema } from './policySchema';
import { countSchema, idSchema, listOf, millisecondsSchema } from './values';

const DAY_MS = 24 * 3_600_000;

const retentionSchema = z
  .object({
    prompts: millisecondsSchema.optional(),
    rawPayloads: millisecondsSchema.optional(),
    events: millisecondsSchema.optional(),
    tasks: millisecondsSchema.optional(),
    // Callers were promised a week in which a repeated request gives the same task.
    idempotency: millisecondsSchema
      .refine(value => value >= 7 * DAY_MS, { message: 'at least P7D' })
      .optional(),
  })
  .strict();

/** Nobody is exempt for good: what is forgotten ends by itself. */
const exemptionSchema = z
  .object({
    owner: entityRefSchema,
    until: timeSchema.transform(text => Date.parse(text)),
  })
  .strict();

const engineSchema = z
  .object({
    lease: millisecondsSchema.optional(),
    flight: millisecondsSchema.optional(),
    margin: millisecondsSchema.optional(),
    pace: millisecondsSchema.optional(),
    idle: millisecondsSchema.optional(),
    sweepYoung: millisecondsSchema.optional(),
    sweepQuiet: millisecondsSchema.optional(),
    sweepArchived: millisecondsSchema.optional(),
    batch: countSchema.optional(),
  })
  .strict();

/** All of `agentTasks`. A misspelt key stops start-up, because a rule that is not read allows. */
export const agentTasksSchema = z
  .object({
    instance: idSchema.optional(),
    operators: listOf(entityRefSchema).optional(),
    fallbackOwner: entityRefSchema.optional(),
    routing: z
      .object({ largestGroup: countSchema.optional() })
      .strict()
      .optional(),
    policies: listOf(policySchema).optional(),
    limits: portalLimitsSchema.optional(),
    breakers: z
      .object({ exempt: listOf(exemptionSchema).optional() })
      .strict()
      .optional(),
    budgets: z.array(z.unknown()).optional(),
    identities: listOf(identitySchema).optional(),
    tokens: z.unknown().optional(),
    templates: z
      .object({ trusted: listOf(z.string().min(1)).optional() })
      .strict()
      .optional(),
    encryption: z
      .object({ keys: listOf(z.string().min(32)).optional() })
      .strict()
      .optional(),
    retention: retentionSchema.optional(),
    engine: engineSchema.optional(),
    /** Looked at by the provider's own module. */
    github: z.record(z.unknown()).optional(),
  })
  .strict();

export type AgentTasksInput = z.output<typeof agentTasksSchema>;
