import { z } from 'zod';
import { ERROR_CODES, NEXT_ACTIONS } from '../errors';
import { jsonObjectSchema } from './values';

/**
 * What is wrong with one field: `rule` as JSON Schema calls it, `hint` what it must be.
 *
 * @public
 */
export const violationSchema = z
  .object({ field: z.string(), rule: z.string(), hint: z.string() })
  .strict();

/**
 * The body of every error of ours. Backstage's own 503 and 429 carry no `code`.
 *
 * @public
 */
export const errorBodySchema = z
  .object({
    error: z
      .object({
        name: z.string(),
        message: z.string(),
        code: z.enum(ERROR_CODES),
        retryable: z.boolean(),
        retryAfterSeconds: z.number().int().nonnegative().nullable(),
        nextAction: z.enum(NEXT_ACTIONS),
        remediation: z.string(),
        docsUrl: z.string(),
        details: jsonObjectSchema,
        violations: z.array(violationSchema),
        requestId: z.string(),
      })
      .strict(),
    request: z.object({ method: z.string(), url: z.string() }).strict(),
    response: z.object({ statusCode: z.number().int() }).strict(),
  })
  .strict();
