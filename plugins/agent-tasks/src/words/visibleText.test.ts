import { visibleText } from './visibleText';

describe('text from outside', () => {
  it.each([
    ['plain, with ümlauts and 漢字\n\tand lines', undefined],
    ['שלום', undefined],
    ['<b>bold</b>', undefined],
    ['a\u202Egpj.exe', 'a[U+202E]gpj.exe'],
    ['a\u0000b\u001Bc', 'a[U+0000]b[U+001B]c'],
    ['in\u200Bvisible', 'in[U+200B]visible'],
    ['tag\u{E0041}', 'tag[U+E0041]'],
  ])('%j is shown with nothing hidden', (text, shown = text) => {
    expect(visibleText(text)).toBe(shown);
  });
});
