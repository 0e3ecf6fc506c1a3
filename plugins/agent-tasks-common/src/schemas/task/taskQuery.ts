import { z } from 'zod';
import {
  ATTENTIONS,
  OUTCOMES,
  TASK_PHASES,
  TASK_STATES,
  TASK_STATUSES,
  VIA_KINDS,
} from '../../vocabulary';
import {
  cursorSchema,
  entityRefSchema,
  MAX_PAGE_SIZE,
  principalRefSchema,
  queryBooleanSchema,
  queryIntegerSchema,
  slugSchema,
  timeSchema,
} from '../values';

/**
 * What a list of tasks can be sorted by.
 *
 * @public
 */
export const TASK_ORDERS = [
  'createdAt',
  'updatedAt',
  'attentionDueAt',
] as const;

const anyOf = <T extends z.ZodTypeAny>(value: T) =>
  z.array(value).min(1).max(100).optional();

/** Configured ids: of a policy, of an identity. */
const idSchema = z.string().min(1).max(100);

/** Repeated filters: any of the values, and all of the filters. */
const filters = {
  entityRef: anyOf(entityRefSchema),
  ownerRef: anyOf(entityRefSchema),
  routedTo: anyOf(entityRefSchema),
  requesterRef: anyOf(principalRefSchema),
  assignee: anyOf(entityRefSchema),
  repository: anyOf(slugSchema),
  template: anyOf(entityRefSchema),
  status: anyOf(z.enum(TASK_STATUSES)),
  state: anyOf(z.enum(TASK_STATES)),
  phase: anyOf(z.enum(TASK_PHASES)),
  outcome: anyOf(z.enum(OUTCOMES)),
  attention: anyOf(z.enum(ATTENTIONS)),
  via: anyOf(z.enum(VIA_KINDS)),
  policy: anyOf(idSchema),
  identity: anyOf(idSchema),
};

/**
 * Filters, order and page of a list of tasks. A word that is not listed here is refused, because it
 * would widen the list.
 *
 * @public
 */
export const taskQuerySchema = z
  .object({
    ...filters,
    snoozed: queryBooleanSchema.optional(),
    /** Words of the title, the repository or the template's name. */
    q: z.string().min(1).max(200).optional(),
    createdAfter: timeSchema.optional(),
    createdBefore: timeSchema.optional(),
    updatedAfter: timeSchema.optional(),
    order: z.enum(TASK_ORDERS).optional(),
    direction: z.enum(['asc', 'desc']).optional(),
    limit: queryIntegerSchema(1, MAX_PAGE_SIZE).optional(),
    cursor: cursorSchema.optional(),
  })
  .strict();

/** @public */
export type TaskQuery = z.infer<typeof taskQuerySchema>;

/**
 * Reads a query string into a {@link TaskQuery}; the counterpart of `serialiseTaskQuery`. Throws
 * the ZodError of `taskQuerySchema`. Takes the parameters themselves, because what parsers of
 * query strings make of many equal keys differs.
 *
 * @public
 */
export function parseTaskQuery(parameters: URLSearchParams): TaskQuery {
  const keys = [...new Set(parameters.keys())];
  return taskQuerySchema.parse(
    Object.fromEntries(
      keys.map(key => {
        const values = parameters.getAll(key);
        const isList = Object.hasOwn(filters, key) || values.length > 1;
        return [key, isList ? values : values[0]];
      }),
    ),
  );
}
