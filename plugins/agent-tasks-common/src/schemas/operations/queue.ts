import { z } from 'zod';
import { LIMIT_SCOPES } from '../../vocabulary';
import { taskListItemSchema } from '../task/task';
import { heldSchema } from '../task/waiting';
import { entityRefSchema } from '../values';
import { identityHealthSchema } from './identity';

const countSchema = z.number().int().nonnegative();

/**
 * One waiting task, where it stands and what for.
 *
 * @public
 */
export const queueItemSchema = z
  .object({
    task: taskListItemSchema,
    position: z.number().int().positive(),
    held: heldSchema.nullable(),
  })
  .strict();

/**
 * Tasks in flight against a limit.
 *
 * @public
 */
export const limitSchema = z
  .object({
    scope: z.enum(LIMIT_SCOPES),
    ref: z.string(),
    used: countSchema,
    limit: countSchema,
  })
  .strict();

/**
 * Agent pull requests an owner has to review; `external` of them were started outside the portal.
 *
 * @public
 */
export const capacitySchema = z
  .object({
    ownerRef: entityRefSchema,
    used: countSchema,
    limit: countSchema,
    external: countSchema,
  })
  .strict();

/** @public */
export type ReviewCapacity = z.infer<typeof capacitySchema>;

/**
 * What waits and why. Rows are those the caller may read; counts are of all.
 *
 * @public
 */
export const queueSchema = z
  .object({
    items: z.array(queueItemSchema),
    limits: z.array(limitSchema),
    capacity: z.array(capacitySchema),
    identities: z.array(identityHealthSchema),
  })
  .strict();

/** @public */
export type Queue = z.infer<typeof queueSchema>;
