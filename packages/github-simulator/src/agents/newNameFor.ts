import { posix } from 'node:path';

/** A name that matches the pattern, made of `stem` where the pattern leaves it open; undefined: it cannot be made. */
export function newNameFor(pattern: string, stem: string): string | undefined {
  const name = firstChoices(pattern)
    .replace(/(^|\/)\*\*$/, `$1${stem}.md`)
    .replace(/\*\*\//g, '')
    .replace(/\*/g, stem);
  return posix.matchesGlob(name, pattern) ? name : undefined;
}

/** `{a,b}` as `a`, from the inside out. */
function firstChoices(pattern: string): string {
  const chosen = pattern.replace(/\{([^{},]*)(?:,[^{}]*)?\}/, '$1');
  return chosen === pattern ? pattern : firstChoices(chosen);
}
