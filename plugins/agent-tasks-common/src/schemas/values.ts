import { z } from 'zod';
import { millisecondsOf } from '../duration';

/*
 * The message of a refinement is what the caller reads behind "must be", so each is a noun phrase.
 * It never repeats the value: messages are read by agents, and a value is somebody else's text.
 */

/**
 * A point in time, ISO 8601 in UTC.
 *
 * @public
 */
export const timeSchema = z
  .string()
  .datetime({ message: 'a time in UTC such as 2026-11-20T08:00:00Z' });

/**
 * A catalog reference in full, lower case: `component:default/payments-api`.
 *
 * @public
 */
export const entityRefSchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+:[a-z0-9-]+\/[a-z0-9._-]+$/, {
    message:
      'a full lower-case reference such as component:default/payments-api',
  });

/**
 * A user or a service: `user:default/ana`, `service:<subject>`.
 *
 * @public
 */
export const principalRefSchema = z
  .string()
  .max(300)
  .regex(/^(?:[a-z0-9-]+:[a-z0-9-]+\/[a-z0-9._-]+|service:[!-~]+)$/, {
    message: 'a reference such as user:default/ana or service:<subject>',
  });

/**
 * A repository's slug, lower case: `acme/payments-api`.
 *
 * @public
 */
export const slugSchema = z
  .string()
  .max(200)
  .regex(/^[a-z0-9._-]+\/[a-z0-9._-]+$/, {
    message: 'a lower-case slug such as acme/payments-api',
  });

/**
 * Where a repository is found by people: `https://github.com/acme/payments-api`.
 *
 * @public
 */
export const repositoryUrlSchema = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[^\s/@?#]+\/[\w.-]+\/[\w.-]+\/?$/, {
    message: 'an address such as https://github.com/acme/payments-api',
  });

/**
 * A branch as git allows it, without the characters that git forbids.
 *
 * @public
 */
export const branchSchema = z
  .string()
  .max(250)
  .regex(
    /^(?![/.-])(?!.*(?:\.\.|\/\/|@\{))[^\s~^:?*[\\\p{Cc}\p{Cf}]+(?<![/.])$/u,
    {
      message: 'a branch name such as main',
    },
  );

/**
 * A fingerprint of content: `sha256:` and 64 hex digits.
 *
 * @public
 */
export const digestSchema = z.string().regex(/^sha256:[0-9a-f]{64}$/, {
  message: 'a digest such as sha256:0f3a… with 64 hex digits',
});

/**
 * A semantic version, https://semver.org/spec/v2.0.0.html: no leading v, no leading zeros.
 *
 * @public
 */
export const semanticVersionSchema = z
  .string()
  .max(100)
  .regex(
    /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-(?:0|[1-9]\d*|\d*[a-z-][0-9a-z-]*)(?:\.(?:0|[1-9]\d*|\d*[a-z-][0-9a-z-]*))*)?(?:\+[0-9a-z-]+(?:\.[0-9a-z-]+)*)?$/i,
    { message: 'a semantic version such as 1.2.0' },
  );

/**
 * A span of time, ISO 8601, longer than nothing: `PT4H`, `P14D`.
 *
 * @public
 */
export const durationSchema = z
  .string()
  .refine(value => (millisecondsOf(value) ?? 0) > 0, {
    message: 'an ISO 8601 duration such as PT4H or P14D',
  });

/**
 * A pattern for files inside the repository: relative, forward slashes, brackets closed.
 *
 * @public
 */
export const fileGlobSchema = z.string().min(1).max(300).refine(isFileGlob, {
  message: 'a file pattern inside the repository such as src/**',
});

/**
 * A line of text from a person: no control characters, so that it stays one line everywhere.
 *
 * @public
 */
export const lineSchema = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, { message: 'a single line of text' });

/**
 * Why a person did something. Kept in the record.
 *
 * @public
 */
export const reasonSchema = z.string().trim().min(1).max(1000);

/**
 * A JSON object whose content somebody else's schema describes.
 *
 * @public
 */
export const jsonObjectSchema = z.record(z.unknown());

/**
 * Most items of a page.
 *
 * @public
 */
export const MAX_PAGE_SIZE = 100;

/**
 * Where the next page begins; opaque to callers.
 *
 * @public
 */
export const cursorSchema = z.string().min(1).max(2000);

/**
 * A whole number in a query string.
 *
 * @public
 */
export const queryIntegerSchema = (minimum: number, maximum: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, { message: 'a whole number' })
    .transform(Number)
    .pipe(z.number().min(minimum).max(maximum));

/**
 * A yes or no in a query string.
 *
 * @public
 */
export const queryBooleanSchema = z
  .enum(['true', 'false'])
  .transform(word => word === 'true');

function isFileGlob(glob: string): boolean {
  if (/^[/!]|[\\\p{Cc}]/u.test(glob)) return false;
  if (glob.split('/').some(part => part === '..' || part === '.')) return false;
  return isClosed(glob, '[', ']') && isClosed(glob, '{', '}');
}

function isClosed(text: string, open: string, close: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === open) depth += 1;
    if (character === close) depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}
