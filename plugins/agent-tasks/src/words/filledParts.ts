/** A piece of a prompt: the template's own words, or what was filled in. */
export interface PromptPart {
  text: string;
  isFilled: boolean;
}

/** One letter or digit stands everywhere and says nothing. */
const SHORTEST = 2;

/**
 * A prompt in pieces, split wherever one of the values stands as words of its own. A value that the
 * template happens to say itself counts as well: it is the same text.
 *
 * @param values - parameters as they were given; of lists and objects, what is in them
 */
export function filledParts(prompt: string, values: unknown): PromptPart[] {
  const texts = [...new Set(textsOf(values))]
    .map(text => text.trim())
    .filter(text => text.length >= SHORTEST)
    // Of one that holds another, the whole.
    .sort((one, other) => other.length - one.length);
  if (texts.length === 0) return [{ text: prompt, isFilled: false }];
  const any = texts.map(escaped).join('|');
  const word = '[\\p{L}\\p{N}_]';
  const found = new RegExp(`(?<!${word})(${any})(?!${word})`, 'u');
  return prompt
    .split(found)
    .map((text, index) => ({ text, isFilled: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'number') return [String(value)];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsOf);
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
