import { JsonObject } from '@backstage/types';
import { parametersViolations } from './parametersViolations';

function schema(changes: JsonObject = {}): JsonObject {
  return {
    type: 'object',
    required: ['dependency'],
    properties: { dependency: { type: 'string' } },
    ...changes,
  };
}

function dependency(property: JsonObject): JsonObject {
  return schema({ properties: { dependency: property } });
}

describe('parameters can be', () => {
  it.each<[string, unknown]>([
    ['none', { type: 'object' }],
    ['plain', schema()],
    [
      'laid out for the form',
      dependency({
        type: 'string',
        oneOf: [{ const: 'lodash', title: 'Lodash' }],
        'ui:widget': 'radio',
        'ui:options': { inline: true },
      }),
    ],
    ['of a known format', dependency({ type: 'string', format: 'uri' })],
    [
      'dependent on others',
      schema({
        dependencies: {
          dependency: { properties: { urgent: { type: 'boolean' } } },
        },
      }),
    ],
    [
      'defined once and used often',
      schema({
        definitions: { name: { type: 'string' } },
        properties: { dependency: { $ref: '#/definitions/name' } },
      }),
    ],
  ])('%s', (_case, parameters) => {
    expect(parametersViolations(parameters)).toEqual([]);
  });

  it('judged again and again, also with an $id', () => {
    const again = () => schema({ $id: 'https://acme.example/upgrade.json' });
    parametersViolations(again());
    expect(parametersViolations(again())).toEqual([]);
  });
});

describe('parameters cannot have', () => {
  it.each<[string, JsonObject, string, string]>([
    [
      'an unknown type',
      dependency({ type: 'sting' }),
      'spec.parameters.properties.dependency.type',
      'JSON Schema (must be equal to one of the allowed values)',
    ],
    [
      'a misspelt keyword',
      schema({ requierd: ['dependency'] }),
      'spec.parameters',
      'JSON Schema, draft 7 (strict mode: unknown keyword: "requierd")',
    ],
    [
      'a pattern that does not compile',
      dependency({ type: 'string', pattern: '(' }),
      'spec.parameters',
      'JSON Schema, draft 7 (Invalid regular expression: /(/u: Unterminated group)',
    ],
    [
      'an unknown format',
      dependency({ type: 'string', format: 'semver' }),
      'spec.parameters',
      'JSON Schema, draft 7 (unknown format "semver" ignored in schema at path "#/properties/dependency")',
    ],
    [
      'a schema from elsewhere',
      dependency({ $ref: 'https://acme.example/name.json' }),
      'spec.parameters',
      "JSON Schema, draft 7 (can't resolve reference https://acme.example/name.json from id #)",
    ],
    [
      'another dialect',
      schema({ $schema: 'https://json-schema.org/draft/2020-12/schema' }),
      'spec.parameters',
      'JSON Schema, draft 7 (no schema with key or ref "https://json-schema.org/draft/2020-12/schema")',
    ],
    [
      'a requirement nobody could fill in',
      schema({ required: ['dependency', 'verison'] }),
      'spec.parameters.required.1',
      'a name that spec.parameters.properties declares',
    ],
  ])('%s', (_case, parameters, field, hint) => {
    expect(parametersViolations(parameters)).toContainEqual({
      field,
      rule: 'schema',
      hint,
    });
  });
});

it.each([undefined, null, 'object', []])(
  'parameters that are no object (%j) are for others to name',
  parameters => {
    expect(parametersViolations(parameters)).toEqual([]);
  },
);
