import { splitForm } from './splitForm';

const textField = { type: 'string', title: 'A' };

describe('the form of a template', () => {
  it('keeps hints that change how a field looks, apart from the schema', () => {
    const { schema, uiSchema } = splitForm({
      type: 'object',
      'ui:order': ['a'],
      properties: {
        a: {
          ...textField,
          'ui:widget': 'textarea',
          'ui:placeholder': 'x',
          'ui:options': { rows: 3 },
        },
      },
    });
    expect(schema).toEqual({ type: 'object', properties: { a: textField } });
    expect(uiSchema).toEqual({
      'ui:order': ['a'],
      a: {
        'ui:widget': 'textarea',
        'ui:placeholder': 'x',
        'ui:options': { rows: 3 },
      },
    });
  });

  it.each([
    ['hides a value', { 'ui:widget': 'hidden' }],
    ['loads a file', { 'ui:widget': 'file' }],
    ['is a component of its own', { 'ui:field': 'EntityPicker' }],
    ['is markdown', { 'ui:enableMarkdownInDescription': true }],
    [
      'is markdown among options',
      { 'ui:options': { enableMarkdownInDescription: true } },
    ],
    ['is style', { 'ui:style': { position: 'fixed' }, 'ui:classNames': 'x' }],
  ])('leaves out what %s', (_, hint) => {
    const { schema, uiSchema } = splitForm({
      type: 'object',
      properties: { a: { ...textField, ...hint } },
    });
    expect(schema.properties?.a).toEqual(textField);
    expect(uiSchema.a).toEqual(
      'ui:options' in hint ? { 'ui:options': {} } : {},
    );
  });

  it('makes no field of a file', () => {
    const { schema } = splitForm({
      type: 'object',
      properties: { a: { ...textField, format: 'data-url' } },
    });
    expect(schema.properties?.a).toEqual(textField);
  });

  it('keeps a parameter whose name looks like a keyword', () => {
    const { schema } = splitForm({
      type: 'object',
      properties: { items: { ...textField, 'ui:help': 'x' } },
    });
    expect(schema.properties).toEqual({ items: textField });
  });
});
