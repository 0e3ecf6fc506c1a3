import { Violation } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { Liquid, Template } from 'liquidjs';

/** What of a template its prompt depends on, not yet known to be well-formed. */
export interface PromptSource {
  prompt?: unknown;
  parameters?: unknown;
  context?: unknown;
}

const tags = ['if', 'unless'];

/** By these a schema may declare parameters elsewhere than in its own `properties`. */
const otherDeclarations = [
  '$ref',
  'allOf',
  'anyOf',
  'oneOf',
  'if',
  'dependencies',
  'patternProperties',
];

const liquid = createParser();

/**
 * What keeps `spec.prompt` from being rendered, as far as its text tells. Nothing is rendered: which
 * filters are allowed, and which fields an entity has, is for the renderer alone to say.
 */
export function promptViolations(source: PromptSource): Violation[] {
  if (typeof source.prompt !== 'string') {
    return [];
  }
  try {
    const strangers = undeclared(liquid.parse(source.prompt), source);
    return strangers.length === 0
      ? []
      : [
          violation(
            `written with entity, repository, requester and what spec.parameters and spec.context name (not ${strangers.join(
              ', ',
            )})`,
          ),
        ];
  } catch (error) {
    const message = (error as Error).message.replace(/\s+/g, ' ');
    return [
      violation(`Liquid that keeps to output, ${tags.join(', ')} (${message})`),
    ];
  }
}

/** The variables that nobody will give the prompt: misspelt ones above all. */
function undeclared(template: Template[], source: PromptSource): string[] {
  const names = new Map([
    ['parameters', parameterNames(source.parameters)],
    ['context', Array.isArray(source.context) ? source.context : []],
    ['entity', undefined],
    ['repository', undefined],
    ['requester', undefined],
  ]);
  const strangers = liquid
    .globalVariableSegmentsSync(template)
    .flatMap(([root, name]) => {
      const variable = String(root);
      if (!names.has(variable)) {
        return [variable];
      }
      // A name that is computed is an array of segments, and known only when rendered.
      return typeof name === 'string' &&
        names.get(variable)?.includes(name) === false
        ? [`${variable}.${name}`]
        : [];
    });
  return [...new Set(strangers)];
}

/** The names of all parameters, or undefined where `properties` does not tell them all. */
function parameterNames(parameters: unknown): string[] | undefined {
  if (
    typeof parameters !== 'object' ||
    parameters === null ||
    otherDeclarations.some(keyword => keyword in parameters)
  ) {
    return undefined;
  }
  const { properties } = parameters as { properties?: unknown };
  return Object.keys(properties ?? {});
}

function violation(hint: string): Violation {
  return { field: 'spec.prompt', rule: 'liquid', hint };
}

function createParser(): Liquid {
  const parser = new Liquid({ strictFilters: true });
  for (const tag of Object.keys(parser.tags)) {
    if (!tags.includes(tag)) {
      delete parser.tags[tag];
    }
  }
  return parser;
}
