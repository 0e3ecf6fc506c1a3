import type { TaskQuery } from '../schemas';

type QueryValue = string | number | boolean | undefined;

/** Writes a query, lists as repeated keys; what is undefined is left out. */
export function toSearchParams(
  query: Record<string, QueryValue | QueryValue[]>,
): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    for (const item of Array.isArray(value) ? value : [value]) {
      if (item !== undefined) parameters.append(key, String(item));
    }
  }
  return parameters;
}

/**
 * Writes the filters of a list of tasks, for a request or for the address of a page. Its
 * counterpart is `parseTaskQuery` of the schemas.
 *
 * @public
 */
export function serialiseTaskQuery(query: TaskQuery): URLSearchParams {
  return toSearchParams(query);
}
