import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import type { RJSFSchema, UiSchema } from '@rjsf/utils';

/** Widgets that show what they hold. `hidden` is none of them: people see all that they send. */
const widgets = [
  'textarea',
  'radio',
  'select',
  'checkbox',
  'checkboxes',
  'updown',
  'range',
  'email',
  'date',
  'date-time',
  'time',
];
const options = ['rows', 'inline', 'orderable', 'addable', 'removable'];
const texts = ['ui:title', 'ui:description', 'ui:help', 'ui:placeholder'];

/** Keywords whose value is a schema, a list of them, or a map of them. */
const nested = {
  one: [
    'items',
    'additionalItems',
    'additionalProperties',
    'if',
    'then',
    'else',
    'not',
  ],
  list: ['items', 'allOf', 'anyOf', 'oneOf'],
  map: ['properties', 'patternProperties', 'definitions', '$defs'],
};

type Json = { [key: string]: unknown };

/**
 * The form of a template: its schema, and apart from it those of its `ui:` hints that can only
 * change how a field looks. What could run markup, load a file or hide a value is left out.
 */
export function splitForm(parameters: Template['parameters']): {
  schema: RJSFSchema;
  uiSchema: UiSchema;
} {
  return {
    schema: withoutHints(parameters) as RJSFSchema,
    uiSchema: hintsOf(parameters),
  };
}

function withoutHints(schema: Json): Json {
  const kept = Object.entries(schema).filter(
    ([key, value]) =>
      !key.startsWith('ui:') && !(key === 'format' && value === 'data-url'),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [key, withoutNestedHints(key, value)]),
  );
}

function withoutNestedHints(key: string, value: unknown): unknown {
  if (Array.isArray(value)) {
    return nested.list.includes(key)
      ? value.map(item => (isJson(item) ? withoutHints(item) : item))
      : value;
  }
  if (!isJson(value)) return value;
  if (nested.map.includes(key)) {
    return Object.fromEntries(
      Object.entries(value).map(([name, item]) => [
        name,
        isJson(item) ? withoutHints(item) : item,
      ]),
    );
  }
  return nested.one.includes(key) ? withoutHints(value) : value;
}

function hintsOf(schema: Json): UiSchema {
  const hints: UiSchema = {};
  for (const key of texts) {
    if (typeof schema[key] === 'string') hints[key] = schema[key];
  }
  const widget = widgets.find(name => name === schema['ui:widget']);
  if (widget) hints['ui:widget'] = widget;
  if (schema['ui:autofocus'] === true) hints['ui:autofocus'] = true;
  if (Array.isArray(schema['ui:order'])) hints['ui:order'] = schema['ui:order'];
  const given = schema['ui:options'];
  if (isJson(given)) {
    hints['ui:options'] = Object.fromEntries(
      Object.entries(given).filter(([name]) => options.includes(name)),
    ) as UiSchema['ui:options'];
  }
  if (isJson(schema.properties)) {
    for (const [name, property] of Object.entries(schema.properties)) {
      if (isJson(property)) hints[name] = hintsOf(property);
    }
  }
  if (isJson(schema.items)) hints.items = hintsOf(schema.items);
  return hints;
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
