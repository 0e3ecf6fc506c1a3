import {
  entityRefSchema,
  lineSchema,
} from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { z } from 'zod';
import { hostSchema, idSchema, listOf } from './values';

/** Whose token acts, as `app-config.yaml` has it. */
export const identitySchema = z.discriminatedUnion('type', [
  z
    .object({
      id: idSchema,
      type: z.literal('token'),
      host: hostSchema.default('github.com'),
      token: z.string().min(1),
      owner: entityRefSchema.optional(),
      purpose: lineSchema.optional(),
      organizations: listOf(
        z.string().min(1).max(100).toLowerCase(),
      ).optional(),
    })
    .strict(),
  z
    .object({
      id: idSchema,
      type: z.literal('requester'),
      host: hostSchema.default('github.com'),
    })
    .strict(),
]);

export type IdentityConfig = z.output<typeof identitySchema>;
