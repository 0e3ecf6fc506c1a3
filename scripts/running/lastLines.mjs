import { stripVTControlCharacters } from 'node:util';

/** The last lines that say something, without colours. */
export function lastLines(text, count = 20) {
  const lines = stripVTControlCharacters(text)
    .split('\n')
    .map(line => line.trimEnd())
    .filter(line => line !== '');
  return lines.slice(-count).join('\n');
}
