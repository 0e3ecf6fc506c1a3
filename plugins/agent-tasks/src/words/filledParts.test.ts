import { filledParts } from './filledParts';

/** With what was filled in between braces. */
function marked(prompt: string, values: unknown): string {
  return filledParts(prompt, values)
    .map(({ text, isFilled }) => (isFilled ? `{${text}}` : text))
    .join('');
}

describe('the filled parts of a prompt', () => {
  it.each([
    ['Move {lodash} to {4.17.21}.', { name: 'lodash', to: '4.17.21' }],
    ['Move {lodash-es}, not {lodash}.', { a: 'lodash', b: 'lodash-es' }],
    ['Change at most {12} of 120 files.', { files: 12 }],
    ['Look into {src/a} and {src/b}.', { paths: [' src/a', 'src/b'] }],
    ['Mind {(a|b)*?} twice: {(a|b)*?}', { pattern: '(a|b)*?' }],
    ['Grün {ключ} ключи.', { word: 'ключ' }],
    ['A word of one letter is none: a, 1.', { letter: 'a', digit: 1 }],
    ['Nothing was filled in.', {}],
    ['Nothing was filled in.', { empty: ' ', no: null, yes: true }],
  ])('%s', (told, values) => {
    expect(marked(told.replace(/[{}]/g, ''), values)).toBe(told);
  });

  it('leave the prompt as it is when put together', () => {
    const prompt = 'aa bb\naa\tcc';
    const parts = filledParts(prompt, ['aa', 'bb', 'cc']);
    expect(parts.map(({ text }) => text).join('')).toBe(prompt);
  });
});
