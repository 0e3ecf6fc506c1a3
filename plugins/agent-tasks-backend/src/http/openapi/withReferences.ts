import { JsonObject, JsonValue } from '@backstage/types';

/**
 * Gives the shapes their names: wherever one of the components stands in full, a reference to it
 * takes its place. The generator alone would repeat a task in every answer that holds one.
 */
export function withReferences(
  document: JsonObject,
  components: Record<string, JsonObject>,
): JsonObject {
  const names = new Map(
    Object.entries(components).map(([name, schema]) => [
      JSON.stringify(schema),
      name,
    ]),
  );
  const named = referring(document, names) as JsonObject;
  const schemas = Object.fromEntries(
    Object.entries(components).map(([name, schema]) => [
      name,
      // Its own parts may have names, it itself stands in full.
      mapped(schema, value => referring(value, names)),
    ]),
  );
  return {
    ...named,
    components: { ...(named.components as JsonObject), schemas },
  };
}

function referring(value: JsonValue, names: Map<string, string>): JsonValue {
  if (typeof value !== 'object' || value === null) return value;
  const name = names.get(JSON.stringify(value));
  if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
  return mapped(value, inner => referring(inner, names));
}

function mapped<T extends JsonObject | JsonValue[]>(
  value: T,
  change: (inner: JsonValue) => JsonValue,
): T {
  return (
    Array.isArray(value)
      ? value.map(change)
      : Object.fromEntries(
          Object.entries(value).map(([key, inner]) => [
            key,
            change(inner as JsonValue),
          ]),
        )
  ) as T;
}
