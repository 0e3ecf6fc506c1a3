/**
 * What every rule about tasks takes.
 *
 * @public
 */
export type AnyOf = { values: string[] };

const jsonSchema = {
  type: 'object',
  required: ['values'],
  additionalProperties: false,
  properties: { values: { type: 'array', items: { type: 'string' } } },
};

function isAnyOf(params: unknown): params is AnyOf {
  if (typeof params !== 'object' || params === null) return false;
  const { values, ...others } = params as { values?: unknown };
  return (
    Array.isArray(values) &&
    values.every(value => typeof value === 'string') &&
    Object.keys(others).length === 0
  );
}

/**
 * As a Standard Schema by hand: the permission framework takes zod 3 only by its own copy of it,
 * and comparing the types of two copies keeps the compiler busy for minutes.
 */
export const anyOfSchema = {
  '~standard': {
    version: 1 as const,
    vendor: 'agent-tasks',
    validate: (params: unknown) =>
      isAnyOf(params)
        ? { value: params }
        : { issues: [{ message: 'values must be a list of strings' }] },
    jsonSchema: { input: () => jsonSchema, output: () => jsonSchema },
  },
};
