import { z } from 'zod';
import {
  IDENTITY_TYPES,
  POLICY_RESULTS,
  REQUESTER_TYPES,
  VIA_KINDS,
} from '../../vocabulary';
import { digestSchema, principalRefSchema } from '../values';

/**
 * Where the work is done.
 *
 * @public
 */
export const taskRepositorySchema = z
  .object({ host: z.string(), slug: z.string(), url: z.string() })
  .strict();

/**
 * The template a task is judged by, pinned by its digest.
 *
 * @public
 */
export const taskTemplateSchema = z
  .object({ ref: z.string(), version: z.string(), digest: digestSchema })
  .strict();

/**
 * Who asked.
 *
 * @public
 */
export const requesterSchema = z
  .object({ ref: principalRefSchema, type: z.enum(REQUESTER_TYPES) })
  .strict();

/**
 * Through what it was asked: `ref` names the scaffolder template, plugin or schedule, if there is
 * one.
 *
 * @public
 */
export const viaSchema = z
  .object({
    kind: z.enum(VIA_KINDS),
    ref: z.string().nullable(),
    run: z.string().nullable(),
  })
  .strict();

/**
 * Whose token acts; `login` is null until it is known.
 *
 * @public
 */
export const taskIdentitySchema = z
  .object({
    id: z.string(),
    type: z.enum(IDENTITY_TYPES),
    login: z.string().nullable(),
  })
  .strict();

/**
 * What the policy said, and which edition of it.
 *
 * @public
 */
export const taskPolicySchema = z
  .object({
    id: z.string(),
    version: z.number().int().positive(),
    result: z.enum(POLICY_RESULTS),
  })
  .strict();

/**
 * The provider's own record of the task; `taskId` and `url` are null until it is known there.
 *
 * @public
 */
export const taskProviderSchema = z
  .object({
    id: z.string(),
    taskId: z.string().nullable(),
    url: z.string().nullable(),
  })
  .strict();
