import { z } from 'zod';
import {
  CHECKS_STATES,
  PULL_REQUEST_STATES,
  REVIEW_STATES,
} from '../../vocabulary';

/**
 * A pull request, listed once it was read; `mergeable` is null while the provider works it out.
 *
 * @public
 */
export const pullRequestArtifactSchema = z
  .object({
    type: z.literal('pull_request'),
    number: z.number().int().positive(),
    url: z.string(),
    state: z.enum(PULL_REQUEST_STATES),
    draft: z.boolean(),
    headRef: z.string(),
    checks: z.enum(CHECKS_STATES),
    review: z.enum(REVIEW_STATES),
    mergeable: z.boolean().nullable(),
    files: z.number().int().nonnegative(),
    additions: z.number().int().nonnegative(),
    deletions: z.number().int().nonnegative(),
    /** Paths that the template's scope does not cover. */
    outOfScope: z.array(z.string()),
  })
  .strict();

/**
 * A branch without a pull request.
 *
 * @public
 */
export const branchArtifactSchema = z
  .object({
    type: z.literal('branch'),
    headRef: z.string(),
    baseRef: z.string().nullable(),
    url: z.string().nullable(),
  })
  .strict();

/** @public */
export const artifactSchema = z.discriminatedUnion('type', [
  pullRequestArtifactSchema,
  branchArtifactSchema,
]);

/** @public */
export type TaskArtifact = z.infer<typeof artifactSchema>;
