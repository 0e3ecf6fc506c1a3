import { z } from 'zod';
import { ATTENTIONS, INBOX_SCOPES } from '../../vocabulary';
import { entityRefSchema, timeSchema } from '../values';
import { taskListItemSchema } from './task';

/**
 * Most items a group of the inbox carries; the count is of all.
 *
 * @public
 */
export const MAX_INBOX_GROUP = 50;

/**
 * Whose inbox; `group` narrows `team` to one of the caller's groups.
 *
 * @public
 */
export const inboxQuerySchema = z
  .object({
    scope: z.enum(INBOX_SCOPES).optional(),
    group: entityRefSchema.optional(),
  })
  .strict();

/** @public */
export type InboxQuery = z.infer<typeof inboxQuerySchema>;

const itemsSchema = z.array(taskListItemSchema).max(MAX_INBOX_GROUP);

/**
 * What waits for a person, grouped by why; the least time left comes first.
 *
 * @public
 */
export const inboxSchema = z
  .object({
    groups: z.array(
      z
        .object({
          attention: z.enum(ATTENTIONS),
          count: z.number().int().nonnegative(),
          oldestAt: timeSchema.nullable(),
          items: itemsSchema,
        })
        .strict(),
    ),
    snoozed: z
      .object({ count: z.number().int().nonnegative(), items: itemsSchema })
      .strict(),
  })
  .strict();

/** @public */
export type Inbox = z.infer<typeof inboxSchema>;
