import { z } from 'zod';
import { fileGlobSchema } from '../values';

/**
 * What the agent is asked to keep to. Part of the prompt, and what its changes are compared with.
 *
 * @public
 */
export const scopeSchema = z
  .object({
    files: z.array(fileGlobSchema).min(1).max(100).optional(),
    commands: z.array(z.string().min(1).max(300)).max(50).optional(),
    maxFiles: z.number().int().positive().max(3000).optional(),
    maxLines: z.number().int().positive().max(1_000_000).optional(),
  })
  .strict();

/** @public */
export type TaskScope = z.infer<typeof scopeSchema>;
