import { Violation } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import Ajv, { ErrorObject, ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { Json } from '../../domain/record/canonicalJson';
import { FilledForm } from '../../engine/ports/Templates';

/** Each keeps its compiled schema; more than this many are not in use at once. */
const MOST_FORMS = 200;
const MOST_VIOLATIONS = 50;

/** Checks parameters against the JSON Schemas of templates. */
export class ParameterForms {
  private readonly compiled = new Map<string, ValidateFunction>();

  /**
   * `digest` names the schema for the cache.
   *
   * @throws Error when the schema cannot be compiled
   */
  fill(
    digest: string,
    schema: object,
    parameters: Readonly<Record<string, unknown>>,
  ): FilledForm {
    const validate = this.validatorOf(digest, schema);
    const filled = structuredClone(parameters) as Record<string, Json>;
    if (validate(filled)) return { ok: true, parameters: filled };
    const errors = (validate.errors ?? []).slice(0, MOST_VIOLATIONS);
    return { ok: false, violations: errors.map(violationOf) };
  }

  private validatorOf(digest: string, schema: object): ValidateFunction {
    const known = this.compiled.get(digest);
    if (known) return known;
    // A new one for each, because it keeps all it ever compiled. `ui:` keywords are the form's;
    // whether a keyword is misspelt was asked when the catalog took the template.
    const ajv = new Ajv({
      allErrors: true,
      useDefaults: true,
      strict: false,
      logger: false,
    });
    addFormats(ajv);
    const validate = ajv.compile(schema);
    if (this.compiled.size >= MOST_FORMS) this.compiled.clear();
    this.compiled.set(digest, validate);
    return validate;
  }
}

/** In our own words: ajv's messages are for developers, and its data is the caller's. */
function violationOf(error: ErrorObject): Violation {
  const { keyword, params, instancePath } = error;
  const path = instancePath.split('/').slice(1);
  if (keyword === 'required') path.push(String(params.missingProperty));
  if (keyword === 'additionalProperties') {
    path.push(String(params.additionalProperty));
  }
  return {
    field: ['parameters', ...path.map(shown)].join('.'),
    rule: keyword,
    hint: hintOf(keyword, params),
  };
}

function hintOf(keyword: string, params: ErrorObject['params']): string {
  switch (keyword) {
    case 'required':
      return 'given';
    case 'additionalProperties':
      return 'left out';
    case 'type':
      return `of type ${[params.type].flat().join(' or ')}`;
    case 'format':
      return `in the format ${params.format}`;
    case 'pattern':
      return `text that matches ${capped(String(params.pattern))}`;
    case 'enum':
      return `one of ${capped(params.allowedValues.join(', '))}`;
    case 'minLength':
      return `at least ${params.limit} characters`;
    case 'maxLength':
      return `at most ${params.limit} characters`;
    case 'minItems':
      return `at least ${params.limit} items`;
    case 'maxItems':
      return `at most ${params.limit} items`;
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum':
      return `${params.comparison} ${params.limit}`;
    case 'multipleOf':
      return `a multiple of ${params.multipleOf}`;
    case 'uniqueItems':
      return 'without repetitions';
    default:
      return "as the template's form says";
  }
}

function capped(text: string): string {
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

/** A name that could carry a sentence is left out: it is the caller's text as well. */
function shown(name: string): string {
  return /^[\w$-]{1,64}$/.test(name) ? name : '(unnamed)';
}
