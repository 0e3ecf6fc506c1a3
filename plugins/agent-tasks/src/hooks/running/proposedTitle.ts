import type { Template } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** As the API takes it. */
export const LONGEST_TITLE = 200;

/** What the API takes in no title, line ends among them. */
const NO_TITLE = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

/**
 * What a task is called unless somebody says otherwise: its template, and the first thing that was
 * filled in. Else every task of a template would be called the same. undefined while nothing is.
 */
export function proposedTitle(
  { title, parameters }: Pick<Template, 'title' | 'parameters'>,
  values: Record<string, unknown>,
): string | undefined {
  const first = Object.keys(Object(parameters.properties))
    .map(name => wordsOf(values[name]))
    .find(words => words !== '');
  if (first === undefined) return undefined;
  const whole = [...`${wordsOf(title)}: ${first}`];
  let length = 0;
  // By characters, and counted as the API counts: none is cut in two.
  const kept = whole.filter(character => {
    length += character.length;
    return length < LONGEST_TITLE;
  });
  return kept.length < whole.length
    ? `${kept.join('').trimEnd()}…`
    : kept.join('');
}

function wordsOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return '';
  return value.replace(NO_TITLE, ' ').trim();
}
