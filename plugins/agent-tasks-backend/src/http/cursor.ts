import { AgentTasksError } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** Where the next page begins, as callers hand it back: opaque, and nothing they could ask with. */
export function cursorOf(
  place: Readonly<Record<string, string | number>>,
): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/**
 * Reads a cursor back.
 *
 * @throws AgentTasksError for one that we did not give out, or gave out for another order
 */
export function placeOf<T>(
  cursor: string,
  isPlace: (value: Record<string, unknown>) => T | undefined,
): T {
  const place = isPlace(fieldsOf(cursor));
  if (place !== undefined) return place;
  throw new AgentTasksError(
    'INVALID_REQUEST',
    {},
    {
      violations: [
        {
          field: 'cursor',
          rule: 'custom',
          hint: 'the nextCursor of the page before, with the same order',
        },
      ],
    },
  );
}

function fieldsOf(cursor: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(
      Buffer.from(cursor, 'base64url').toString('utf8'),
    );
    return typeof value === 'object' && value !== null
      ? (value as Record<string, unknown>)
      : {};
  } catch {
    return {};
  }
}
