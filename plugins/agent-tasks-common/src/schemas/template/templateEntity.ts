import { z } from 'zod';
import {
  APPROVAL_MODES,
  EVIDENCE_PARTS,
  ROLLBACK_STEPS,
  SUCCESS_CONDITIONS,
  TEMPLATE_CONTEXTS,
  TEMPLATE_LIFECYCLES,
} from '../../vocabulary';
import { MAX_PROMPT_LENGTH } from '../task/createTask';
import {
  branchSchema,
  durationSchema,
  entityRefSchema,
  jsonObjectSchema,
  lineSchema,
  semanticVersionSchema,
} from '../values';
import { scopeSchema } from './scope';

/** @public */
export const AGENT_TASK_TEMPLATE_API_VERSION =
  'agent-tasks.backstage.io/v1alpha1';

/** @public */
export const AGENT_TASK_TEMPLATE_KIND = 'AgentTaskTemplate';

/** A word for machines: lower case, digits, dashes. */
const wordSchema = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, {
    message: 'a lower-case word such as dependency-bump',
  });

/** The parameters' own schema. Only its outside is looked at here; the backend compiles the rest. */
const parametersSchema = z
  .object({
    type: z.literal('object'),
    required: z.array(z.string()).optional(),
    properties: z.record(jsonObjectSchema).optional(),
  })
  .passthrough();

const runSchema = z
  .object({
    model: lineSchema.optional(),
    customAgent: lineSchema.nullable().optional(),
    /** `default`, or a branch. */
    baseRef: branchSchema.optional(),
    pullRequest: z.boolean().optional(),
    timeout: durationSchema.optional(),
    labels: z.array(lineSchema).max(20).optional(),
    /** `owner`: those who own the entity. */
    reviewers: z
      .union([z.literal('owner'), z.array(entityRefSchema).min(1).max(20)], {
        errorMap: () => ({ message: 'owner, or a list of references' }),
      })
      .optional(),
  })
  .strict();

const routingSchema = z
  .object({
    remindAfter: durationSchema.optional(),
    escalateAfter: durationSchema.optional(),
    escalateTo: entityRefSchema.optional(),
  })
  .strict();

/** Who hears of an end, when again, and what they are told to try. */
const endSchema = z
  .object({
    to: entityRefSchema.optional(),
    remindAfter: durationSchema.optional(),
    suggestion: z.string().min(1).max(500).optional(),
  })
  .strict();

const specObject = z
  .object({
    owner: entityRefSchema,
    type: wordSchema,
    version: semanticVersionSchema,
    lifecycle: z.enum(TEMPLATE_LIFECYCLES),
    /** Catalog filter: each path must have the value, or one of the values. */
    appliesTo: z
      .record(
        z.union([z.string(), z.array(z.string()).min(1)], {
          errorMap: () => ({ message: 'a value, or a list of values' }),
        }),
      )
      .optional(),
    parameters: parametersSchema,
    context: z.array(z.enum(TEMPLATE_CONTEXTS)).optional(),
    /** Liquid. */
    prompt: z.string().trim().min(1).max(MAX_PROMPT_LENGTH),
    scope: scopeSchema.optional(),
    /** When the agent is to stop and ask. */
    stop: z.array(z.string().min(1).max(500)).max(20).optional(),
    run: runSchema.optional(),
    success: z.enum(SUCCESS_CONDITIONS).optional(),
    requiredChecks: z.array(z.string().min(1).max(200)).max(50).optional(),
    evidence: z
      .object({ required: z.array(z.enum(EVIDENCE_PARTS)) })
      .strict()
      .optional(),
    approval: z.enum(APPROVAL_MODES).optional(),
    routing: routingSchema.optional(),
    onEnd: z
      .object({ failed: endSchema.optional(), timedOut: endSchema.optional() })
      .strict()
      .optional(),
    rollback: z.array(z.enum(ROLLBACK_STEPS)).optional(),
    estimate: z
      .object({
        credits: z.number().positive().optional(),
        minutes: z.number().positive().optional(),
      })
      .strict()
      .optional(),
  })
  .strict()
  .superRefine((spec, context) => {
    const needsPullRequest = !['branch', 'accepted'].includes(
      spec.success ?? 'merged',
    );
    if (needsPullRequest && spec.run?.pullRequest === false) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['success'],
        message: 'branch or accepted where run.pullRequest is false',
      });
    }
    if (spec.requiredChecks && spec.success !== 'checks') {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        path: ['requiredChecks'],
        message: 'left out unless success is checks',
      });
    }
  });

/** @public */
export interface AgentTaskTemplateSpec extends z.infer<typeof specObject> {}

/**
 * The spec of an `AgentTaskTemplate`, as its author writes it.
 *
 * @public
 */
export const agentTaskTemplateSpecSchema: z.ZodType<AgentTaskTemplateSpec> =
  specObject;

/**
 * The whole entity; the catalog itself looks after metadata, relations and status.
 *
 * @public
 */
export const agentTaskTemplateEntitySchema = z
  .object({
    apiVersion: z.literal(AGENT_TASK_TEMPLATE_API_VERSION),
    kind: z.literal(AGENT_TASK_TEMPLATE_KIND),
    metadata: z
      .object({
        name: z.string(),
        namespace: z.string().optional(),
        title: z.string().optional(),
        description: z.string().optional(),
      })
      .passthrough(),
    spec: agentTaskTemplateSpecSchema,
  })
  .passthrough();

/** @public */
export type AgentTaskTemplateEntity = z.infer<
  typeof agentTaskTemplateEntitySchema
>;
