import { z } from 'zod';
import { SUCCESS_CONDITIONS, TEMPLATE_LIFECYCLES } from '../../vocabulary';
import { estimateSchema } from '../task/preview';
import {
  entityRefSchema,
  jsonObjectSchema,
  semanticVersionSchema,
} from '../values';

/**
 * `entityRef`: say for each template whether it fits this entity.
 *
 * @public
 */
export const templateQuerySchema = z
  .object({ entityRef: entityRefSchema.optional() })
  .strict();

/** @public */
export type TemplateQuery = z.infer<typeof templateQuerySchema>;

/** @public */
export const templateSchema = z
  .object({
    ref: entityRefSchema,
    title: z.string(),
    /** Markdown, only from a trusted template. */
    description: z.string().nullable(),
    type: z.string(),
    version: semanticVersionSchema,
    lifecycle: z.enum(TEMPLATE_LIFECYCLES),
    /** Its location is one of the configured ones; others run only where a policy says so. */
    trusted: z.boolean(),
    owner: entityRefSchema,
    /** JSON Schema of the form. */
    parameters: jsonObjectSchema,
    estimate: estimateSchema.nullable(),
    success: z.enum(SUCCESS_CONDITIONS),
    /** Whether it can be used, for the entity if one was named. */
    fits: z.boolean(),
    /** Why not, in sentences; empty when it fits. */
    reasons: z.array(z.string()),
  })
  .strict();

/** @public */
export type Template = z.infer<typeof templateSchema>;

/** @public */
export const templateListSchema = z
  .object({ items: z.array(templateSchema) })
  .strict();

/** @public */
export type TemplateList = z.infer<typeof templateListSchema>;
