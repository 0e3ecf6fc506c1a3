import { JsonObject } from '@backstage/types';
import { promptViolations } from './promptViolations';

const parameters = { type: 'object', properties: { dependency: {} } };
const context = ['codeowners'];

function hints(prompt: unknown, changes: JsonObject = {}): string[] {
  return promptViolations({ prompt, parameters, context, ...changes }).map(
    ({ field, hint }) => `${field}: must be ${hint}`,
  );
}

describe('a prompt may', () => {
  it.each([
    ['be plain text', 'Upgrade lodash.'],
    [
      'read what the template declares and what every task has',
      '{{ parameters.dependency }} {{ context.codeowners }} {{ entity.metadata.name }} {{ repository.slug }} {{ requester.ref }}',
    ],
    [
      'decide',
      '{% if parameters.dependency == "lodash" %}a{% elsif context.codeowners %}b{% else %}c{% endif %}{% unless entity.spec.system %}d{% endunless %}',
    ],
    ['use an output filter', '{{ parameters.dependency | upcase }}'],
    ['compute a name', '{{ parameters[entity.metadata.name] }}'],
  ])('%s', (_case, prompt) => {
    expect(hints(prompt)).toEqual([]);
  });

  it.each([
    ['dependencies', { dependency: { properties: { urgent: {} } } }],
    ['allOf', [{ properties: { urgent: {} } }]],
    ['$ref', '#/definitions/all'],
  ])('read parameters that are declared under %s', (keyword, declaration) => {
    const more = { parameters: { ...parameters, [keyword]: declaration } };
    expect(hints('{{ parameters.urgent }}')).toHaveLength(1);
    expect(hints('{{ parameters.urgent }}', more)).toEqual([]);
  });
});

describe('a prompt is refused with', () => {
  it.each([
    [
      'an output that is not closed',
      'Upgrade {{ parameters.dependency',
      'output "{{ parameters.dependency" not closed, line:1, col:9',
    ],
    [
      'a condition that is not closed',
      '{% if entity %}\nUpgrade.',
      'tag {% if entity %} not closed, line:1, col:1',
    ],
    [
      'a loop',
      'Go.\n{% for x in entity.tags %}{% endfor %}',
      'tag "for" not found, line:2, col:1',
    ],
    [
      'an inclusion',
      '{% include "secrets" %}',
      'tag "include" not found, line:1, col:1',
    ],
    [
      'a filter that does not exist',
      '{{ entity.name | shout }}',
      'undefined filter: shout, line:1, col:1',
    ],
  ])('%s', (_case, prompt, message) => {
    expect(hints(prompt)).toEqual([
      `spec.prompt: must be Liquid that keeps to output, if, unless (${message})`,
    ]);
  });

  it.each([
    [
      'a parameter that is not declared',
      '{% unless parameters.dependancy %}Stop.{% endunless %}',
      'parameters.dependancy',
    ],
    [
      'a fact that is not asked for',
      '{{ context.testCommands }}',
      'context.testCommands',
    ],
    [
      'variables that do not exist',
      '{{ repo.slug }} {{ repo.url }} {{ secrets.token }}',
      'repo, secrets',
    ],
  ])('%s', (_case, prompt, names) => {
    expect(hints(prompt)).toEqual([
      `spec.prompt: must be written with entity, repository, requester and what spec.parameters and spec.context name (not ${names})`,
    ]);
  });

  it('facts where the template asks for none', () => {
    expect(
      hints('{{ context.codeowners }}', { context: undefined }),
    ).toHaveLength(1);
  });
});

it('a prompt that is no text is for others to name', () => {
  expect(hints(undefined)).toEqual([]);
});
