import { z } from 'zod';
import { ACTOR_TYPES, EVENT_SOURCES } from '../../vocabulary';
import {
  cursorSchema,
  jsonObjectSchema,
  MAX_PAGE_SIZE,
  queryIntegerSchema,
  timeSchema,
} from '../values';

/**
 * Who did it: `ref` is null for the system; `plugin` is the plugin that acted for the person.
 *
 * @public
 */
export const actorSchema = z
  .object({
    type: z.enum(ACTOR_TYPES),
    ref: z.string().nullable(),
    plugin: z.string().optional(),
  })
  .strict();

/**
 * One line of a task's record; `seq` starts at 1 and has no gaps.
 *
 * @public
 */
export const eventSchema = z
  .object({
    seq: z.number().int().positive(),
    at: timeSchema,
    type: z.string(),
    actor: actorSchema,
    source: z.enum(EVENT_SOURCES),
    from: z.string().optional(),
    to: z.string().optional(),
    reason: z.string().optional(),
    details: jsonObjectSchema,
  })
  .strict();

/** @public */
export type TaskEvent = z.infer<typeof eventSchema>;

/**
 * Which page of the timeline.
 *
 * @public
 */
export const eventQuerySchema = z
  .object({
    cursor: cursorSchema.optional(),
    limit: queryIntegerSchema(1, MAX_PAGE_SIZE).optional(),
  })
  .strict();

/** @public */
export const eventListSchema = z
  .object({
    items: z.array(eventSchema),
    nextCursor: z.string().optional(),
  })
  .strict();

/** @public */
export type TaskEventList = z.infer<typeof eventListSchema>;
