import { millisecondsOf } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { durationSchema } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { z } from 'zod';

/** A span of time as people write it, in milliseconds from here on. */
export const millisecondsSchema = durationSchema.transform(
  text => millisecondsOf(text) ?? 0,
);

/** A list that says something: an empty one would read as "any" to one, as "none" to another. */
export const listOf = <T extends z.ZodTypeAny>(item: T) => z.array(item).min(1);

/** An id that people choose: it stands in sentences, metrics and links. */
export const idSchema = z
  .string()
  .max(63)
  .regex(/^[a-z0-9]+(?:[._-][a-z0-9]+)*$/i, {
    message: 'a word of letters, digits, dots and dashes',
  });

/** Letters that stand for themselves, and `*` for any number of them. */
export const globSchema = z
  .string()
  .min(1)
  .max(200)
  .regex(/^[^\s\p{Cc}]+$/u, { message: 'a pattern such as acme/*' });

/** Host with port where it has one: `github.com`, `localhost:7099`. */
export const hostSchema = z
  .string()
  .max(255)
  .regex(/^[a-z0-9.-]+(?::\d{1,5})?$/, {
    message: 'a lower-case host such as github.com',
  });

export const countSchema = z.number().int().min(1);
