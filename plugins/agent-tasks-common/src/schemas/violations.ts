import { z } from 'zod';
import { Violation } from '../errors';

/**
 * What a failed parse says to its caller: the field, the rule by JSON Schema's name, and what the
 * field must be. Nothing of the value itself, nor of zod's own messages, which repeat it.
 *
 * @public
 */
export function violationsOf(error: z.ZodError): Violation[] {
  return error.issues.flatMap(issue =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map(key => ({
          field: fieldOf([...issue.path, key]),
          rule: 'additionalProperties',
          hint: 'left out',
        }))
      : [{ field: fieldOf(issue.path), ...ruleOf(issue) }],
  );
}

/**
 * The same for people: "spec.version must be a semantic version such as 1.2.0; …".
 *
 * @public
 */
export function describeViolations(error: z.ZodError): string {
  return violationsOf(error)
    .map(({ field, hint }) => `${field} must be ${hint}`)
    .join('; ');
}

function ruleOf(issue: z.ZodIssue): { rule: string; hint: string } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.received === 'undefined'
        ? { rule: 'required', hint: `given, as ${article(issue.expected)}` }
        : { rule: 'type', hint: article(issue.expected) };
    case 'invalid_enum_value':
      return { rule: 'enum', hint: `one of ${issue.options.join(', ')}` };
    case 'invalid_literal':
      return { rule: 'const', hint: String(issue.expected) };
    case 'invalid_union_discriminator':
      return { rule: 'enum', hint: `one of ${issue.options.join(', ')}` };
    case 'too_small':
      return sizeRule('min', issue.type, Number(issue.minimum));
    case 'too_big':
      return sizeRule('max', issue.type, Number(issue.maximum));
    case 'invalid_string':
      return {
        rule: issue.validation === 'regex' ? 'pattern' : 'format',
        hint: issue.message,
      };
    case 'invalid_union':
      return { rule: 'anyOf', hint: issue.message };
    case 'custom':
      return { rule: 'custom', hint: issue.message };
    default:
      return { rule: 'custom', hint: 'valid' };
  }
}

/** The size of a text is its length, that of a list its items, that of a number itself. */
function sizeRule(
  bound: 'min' | 'max',
  type: z.ZodTooSmallIssue['type'],
  limit: number,
): { rule: string; hint: string } {
  const hint = `${bound === 'min' ? 'at least' : 'at most'} ${limit}`;
  const plural = limit === 1 ? '' : 's';
  switch (type) {
    case 'string':
      return { rule: `${bound}Length`, hint: `${hint} character${plural}` };
    case 'array':
      return { rule: `${bound}Items`, hint: `${hint} item${plural}` };
    default:
      return { rule: `${bound}imum`, hint };
  }
}

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

/** Names that could carry a sentence are left out: a field name is the caller's text as well. */
function fieldOf(path: (string | number)[]): string {
  const parts = path.map(part =>
    /^[\w$.:/-]{1,64}$/.test(String(part)) ? String(part) : '(unnamed)',
  );
  return parts.join('.') || '(body)';
}
