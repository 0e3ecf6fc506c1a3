import { z } from 'zod';
import {
  ATTENTIONS,
  COST_UNITS,
  FAILURE_CLASSES,
  OUTCOMES,
  STAGES,
  TASK_ACTIONS,
  TASK_FLAGS,
  TASK_PHASES,
  TASK_STATES,
  TASK_STATUSES,
} from '../../vocabulary';
import {
  digestSchema,
  entityRefSchema,
  jsonObjectSchema,
  queryIntegerSchema,
  timeSchema,
} from '../values';
import { artifactSchema } from './artifact';
import { prioritySchema } from './createTask';
import {
  requesterSchema,
  taskIdentitySchema,
  taskPolicySchema,
  taskProviderSchema,
  taskRepositorySchema,
  taskTemplateSchema,
  viaSchema,
} from './origin';
import { sessionSchema } from './session';
import {
  answerPlaceSchema,
  heldSchema,
  questionSchema,
  queuePlaceSchema,
} from './waiting';

/** Why a task did not work; the class leads to the next step. */
const failureSchema = z
  .object({
    class: z.enum(FAILURE_CLASSES),
    at: timeSchema,
    /** The provider's own words, capped and cleaned. */
    untrustedText: z.string().nullable(),
  })
  .strict();

/** What stands after half a success, such as a branch without its pull request. */
const partialSchema = z
  .object({
    exists: z.array(z.string()),
    missing: z.array(z.string()),
    advice: z.string(),
  })
  .strict();

const costSchema = z
  .object({
    unit: z.enum(COST_UNITS),
    estimated: z.number().nonnegative().nullable(),
    actual: z.number().nonnegative().nullable(),
  })
  .strict();

const modelSchema = z
  .object({ requested: z.string(), used: z.string().nullable() })
  .strict();

/** One step of the rail Asked, Waiting, Working, Review, Result. */
const stageSchema = z
  .object({ stage: z.enum(STAGES), at: timeSchema })
  .strict();

const listItemObject = z
  .object({
    id: z.string(),
    /** Counts changes people can see; the ETag. */
    revision: z.number().int().nonnegative(),
    title: z.string(),
    /** What the provider calls it. Untrusted. */
    providerName: z.string().nullable(),
    status: z.enum(TASK_STATUSES),
    state: z.enum(TASK_STATES),
    phase: z.enum(TASK_PHASES),
    /** The provider's word, verbatim, also one we do not know. */
    providerState: z.string().nullable(),
    outcome: z.enum(OUTCOMES),
    outcomeReason: z.string().nullable(),
    entityRef: entityRefSchema.nullable(),
    ownerRefs: z.array(entityRefSchema),
    repository: taskRepositorySchema,
    baseRef: z.string(),
    model: modelSchema,
    createPullRequest: z.boolean(),
    /** null for a task with a prompt of its own. */
    template: taskTemplateSchema.nullable(),
    /** What an approval of the task binds to; null unless it waits for one. */
    approvalDigest: digestSchema.nullable(),
    requester: requesterSchema,
    via: viaSchema,
    identity: taskIdentitySchema,
    policy: taskPolicySchema,
    provider: taskProviderSchema,
    attempts: z.number().int().nonnegative(),
    priority: prioritySchema,
    held: heldSchema.nullable(),
    queue: queuePlaceSchema.nullable(),
    attention: z.enum(ATTENTIONS).nullable(),
    /** One of the reasons of its attention. */
    attentionReason: z.string().nullable(),
    attentionSince: timeSchema.nullable(),
    attentionDueAt: timeSchema.nullable(),
    routedTo: z.array(entityRefSchema),
    assignee: entityRefSchema.nullable(),
    snoozedUntil: timeSchema.nullable(),
    acknowledgedAt: timeSchema.nullable(),
    question: questionSchema.nullable(),
    answeredAt: timeSchema.nullable(),
    answeredBy: entityRefSchema.nullable(),
    answer: answerPlaceSchema,
    cancelRequestedAt: timeSchema.nullable(),
    /** A user, a service, or `system` for a time limit. */
    cancelRequestedBy: z.string().nullable(),
    /** Since when reads have failed; null while what is shown is fresh. */
    staleSince: timeSchema.nullable(),
    failure: failureSchema.nullable(),
    partial: partialSchema.nullable(),
    flags: z.array(z.enum(TASK_FLAGS)),
    artifacts: z.array(artifactSchema),
    cost: costSchema,
    parentTaskId: z.string().nullable(),
    createdAt: timeSchema,
    startedAt: timeSchema.nullable(),
    endedAt: timeSchema.nullable(),
    updatedAt: timeSchema,
    /** What the caller may do now. */
    allowedActions: z.array(z.enum(TASK_ACTIONS)),
  })
  .strict();

/**
 * A task as lists carry it. An interface, because declarations name one where they would spell a
 * type out, and many shapes hold tasks.
 *
 * @public
 */
export interface TaskListItem extends z.infer<typeof listItemObject> {}

/**
 * A task as lists carry it: without what is long.
 *
 * @public
 */
export const taskListItemSchema: z.ZodType<TaskListItem> = listItemObject;

const taskObject = listItemObject
  .extend({
    parameters: jsonObjectSchema.nullable(),
    prompt: z.string().nullable(),
    sessions: z.array(sessionSchema),
    stages: z.array(stageSchema),
  })
  .strict();

/**
 * A task in full, as reading one and acting on one answer.
 *
 * @public
 */
export interface Task extends z.infer<typeof taskObject> {}

/**
 * A task in full. `parameters` and `prompt` are null for readers who may not see them, and once
 * they have been trimmed.
 *
 * @public
 */
export const taskSchema: z.ZodType<Task> = taskObject;

/**
 * Longest time a read waits for a change, in seconds.
 *
 * @public
 */
export const MAX_WAIT_SECONDS = 30;

/**
 * Used with `If-None-Match`: answer when the task has changed, or after that time.
 *
 * @public
 */
export const readTaskQuerySchema = z
  .object({ waitSeconds: queryIntegerSchema(1, MAX_WAIT_SECONDS).optional() })
  .strict();

/**
 * `totalItems` is counted up to 1,000; more is 1001.
 *
 * @public
 */
export const taskListSchema = z
  .object({
    items: z.array(taskListItemSchema),
    nextCursor: z.string().optional(),
    totalItems: z.number().int().nonnegative().max(1001).optional(),
  })
  .strict();

/** @public */
export type TaskList = z.infer<typeof taskListSchema>;
