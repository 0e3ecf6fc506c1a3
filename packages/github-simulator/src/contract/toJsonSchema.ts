type Json = Record<string, unknown>;

/** OpenAPI 3.0 says "or null" with `nullable: true`; JSON schema says it in the type, and in the enum. */
export function toJsonSchema(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(toJsonSchema);
  if (schema === null || typeof schema !== 'object') return schema;
  const { nullable, ...rest } = schema as Json;
  const converted: Json = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, toJsonSchema(value)]),
  );
  if (nullable !== true) return converted;
  if (Array.isArray(converted.enum)) converted.enum = [...converted.enum, null];
  if (converted.type === undefined)
    return { anyOf: [{ type: 'null' }, converted] };
  return { ...converted, type: [converted.type, 'null'] };
}
