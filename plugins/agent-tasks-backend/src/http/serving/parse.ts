import {
  AgentTasksError,
  Violation,
} from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { violationsOf } from '@agent-tasks/backstage-plugin-agent-tasks-common/schemas';
import { Route, Schema } from '../Route';

const NO_QUERY: Schema<undefined> = {
  safeParse(value) {
    const [word] = Object.keys(value as object);
    if (word === undefined) return { success: true, data: undefined };
    throw invalid([
      { field: 'query', rule: 'additionalProperties', hint: 'left out' },
    ]);
  },
};

/** Reads a query string by the route's schema. */
export function parseQuery(route: Route, url: string): unknown {
  const parameters = new URL(url, 'http://localhost').searchParams;
  refuseUnstorable([...parameters]);
  if (route.readQuery) return readWith(route.readQuery, parameters);
  const keys = [...new Set(parameters.keys())];
  const values = Object.fromEntries(
    keys.map(key => {
      const all = parameters.getAll(key);
      return [key, all.length > 1 ? all : all[0]];
    }),
  );
  // A word that no route knows is refused as well: it would be taken for a filter that works.
  return parse(route.query ?? NO_QUERY, values);
}

/** Reads a value by a schema; what is wrong is told by field, and never repeated. */
export function parse<T>(schema: Schema<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw invalid(violationsOf(parsed.error));
}

export function invalid(violations: Violation[]): AgentTasksError {
  return new AgentTasksError('INVALID_REQUEST', {}, { violations });
}

function readWith(
  read: (parameters: URLSearchParams) => unknown,
  parameters: URLSearchParams,
): unknown {
  try {
    return read(parameters);
  } catch (error) {
    if ((error as Error).name !== 'ZodError') throw error;
    throw invalid(violationsOf(error as Parameters<typeof violationsOf>[0]));
  }
}

/** PostgreSQL cannot hold this character, so nothing that is stored can be found by it. */
function refuseUnstorable(parameters: [string, string][]): void {
  if (!parameters.some(([, value]) => value.includes('\u0000'))) return;
  throw invalid([
    { field: 'query', rule: 'pattern', hint: 'without control characters' },
  ]);
}
