import fc, { Arbitrary } from 'fast-check';

/** A JSON schema, as far as the OpenAPI document uses it. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
}

/** Texts that fit one of the patterns, and some that break what reads them. */
const TEXTS = [
  'component:default/payments-api',
  'agenttasktemplate:default/dependency-bump',
  'user:default/bo',
  'https://github.com/acme/payments-api',
  'acme/payments-api',
  'main',
  '2026-11-20T08:00:00.000Z',
  'https://github.com/acme/vault',
  'component:default/vault',
  'sonnet',
  '7',
  `sha256:${'0'.repeat(64)}`,
  'eyJvcmRlciI6ImNyZWF0ZWRBdCJ9',
  '',
  '\u0000',
  '%',
  "'; drop table task; --",
  '{{ parameters }}',
  'x'.repeat(5_000),
];

/** With every optional field at once, nothing would ever be let through. */
const MOST_OPTIONAL = 4;

const text = fc.oneof(
  fc.constantFrom(...TEXTS),
  fc.string({ maxLength: 30, unit: 'grapheme' }),
);

/** A text that a schema lets through, if one is known. */
function fittingText({ pattern, format }: JsonSchema): Arbitrary<string> {
  const fits = (one: string) =>
    (!pattern || new RegExp(pattern, 'u').test(one)) &&
    (format !== 'date-time' || !Number.isNaN(Date.parse(one)));
  const known = TEXTS.filter(one => one.length < 200 && one && fits(one));
  return known.length > 0 ? fc.constantFrom(...known) : text;
}

/** What does not fit any schema by intention. */
export const anything: Arbitrary<unknown> = fc.oneof(text, fc.jsonValue());

/** Values that fit a schema more often than not: deep enough to get past the first check. */
export function arbitraryOf(schema: JsonSchema): Arbitrary<unknown> {
  return fc.oneof(
    { weight: 19, arbitrary: fitting(schema) },
    { weight: 1, arbitrary: anything },
  );
}

function fitting(schema: JsonSchema): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map(arbitraryOf));
  const types = [schema.type ?? 'object'].flat();
  return fc.oneof(...types.map(type => ofType(type, schema)));
}

function ofType(type: string, schema: JsonSchema): Arbitrary<unknown> {
  switch (type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({
        min: schema.minimum ?? 0,
        max: schema.maximum ?? 100,
      });
    case 'array':
      return fc.array(arbitraryOf(schema.items ?? {}), { maxLength: 3 });
    case 'object':
      return objectOf(schema);
    default:
      return fc.oneof(
        { weight: 19, arbitrary: fittingText(schema) },
        { weight: 1, arbitrary: text },
      );
  }
}

function objectOf({
  properties,
  required = [],
}: JsonSchema): Arbitrary<unknown> {
  if (!properties) {
    return fc.dictionary(fc.string({ maxLength: 10 }), fc.jsonValue(), {
      maxKeys: 3,
    });
  }
  const names = Object.keys(properties);
  const optional = names.filter(name => !required.includes(name));
  const maxLength = Math.min(MOST_OPTIONAL, optional.length);
  return fc
    .subarray(optional, { maxLength })
    .chain(chosen =>
      fc.record(
        Object.fromEntries(
          [...required, ...chosen].map(name => [
            name,
            arbitraryOf(properties[name]),
          ]),
        ),
      ),
    );
}
