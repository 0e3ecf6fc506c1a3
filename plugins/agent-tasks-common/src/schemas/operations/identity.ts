import { z } from 'zod';
import { IDENTITY_STATES, IDENTITY_TYPES } from '../../vocabulary';
import { entityRefSchema, timeSchema } from '../values';

/**
 * How an identity stands, as anybody signed in may see it: no token, no scope.
 *
 * @public
 */
export const identityHealthSchema = z
  .object({
    id: z.string(),
    type: z.enum(IDENTITY_TYPES),
    host: z.string(),
    owner: entityRefSchema.nullable(),
    login: z.string().nullable(),
    /** `ready` for a requester identity means that its people can connect. */
    state: z.enum(IDENTITY_STATES),
    expiresAt: timeSchema.nullable(),
    /** Not before this time does it start another task. */
    nextStartAt: timeSchema.nullable(),
    /** Requests left of its hourly budget at the provider, as last seen. */
    requestsRemaining: z.number().int().nonnegative().nullable(),
  })
  .strict();

/** @public */
export type IdentityHealth = z.infer<typeof identityHealthSchema>;

/**
 * Whom the caller's own token acts as; never the token.
 *
 * @public
 */
export const connectionSchema = z
  .object({ login: z.string(), expiresAt: timeSchema.optional() })
  .strict();

/** @public */
export type Connection = z.infer<typeof connectionSchema>;
