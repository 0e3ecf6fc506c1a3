import { Violation } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';

/**
 * What keeps `spec.parameters` from being a JSON Schema (draft 7, as the form reads it) that can be
 * filled in. An unknown keyword counts: a misspelt `required` would silently require nothing.
 */
export function parametersViolations(parameters: unknown): Violation[] {
  if (!isObject(parameters)) {
    return [];
  }
  // A new one each time, because it keeps all it ever compiled.
  const ajv = new Ajv({ allErrors: true, logger: false });
  addFormats(ajv);
  ajv.addVocabulary(['enumNames', ...formHintsIn(parameters)]);
  try {
    if (!ajv.validateSchema(parameters)) {
      return (ajv.errors ?? []).map(({ instancePath, message }) =>
        violation(instancePath, `JSON Schema (${message})`),
      );
    }
    ajv.compile(parameters);
  } catch (error) {
    return [
      violation('', `JSON Schema, draft 7 (${(error as Error).message})`),
    ];
  }
  return undeclared(parameters);
}

/** A parameter that is required but not declared: the form could never show it. */
function undeclared({
  required = [],
  properties = {},
}: {
  required?: string[];
  properties?: object;
}): Violation[] {
  return required.flatMap((name, index) =>
    Object.hasOwn(properties, name)
      ? []
      : [
          violation(
            `/required/${index}`,
            'a name that spec.parameters.properties declares',
          ),
        ],
  );
}

/** `ui:widget`, `ui:help` and their like, which the form reads and validation passes over. */
function formHintsIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) {
    return [];
  }
  const hints = Object.entries(schema).flatMap(([key, value]) =>
    key.startsWith('ui:') ? [key] : formHintsIn(value),
  );
  return [...new Set(hints)];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function violation(pointer: string, hint: string): Violation {
  return {
    field: `spec.parameters${pointer.replaceAll('/', '.')}`,
    rule: 'schema',
    hint,
  };
}
