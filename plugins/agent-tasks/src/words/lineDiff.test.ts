import { lineDiff } from './lineDiff';

const signs = { same: ' ', added: '+', removed: '-' };
const told = (before: string, after: string) =>
  lineDiff(before, after).map(({ kind, text }) => signs[kind] + text);

describe('the difference of two texts', () => {
  it.each([
    ['a\nb', 'a\nb', [' a', ' b']],
    ['a\nb\nc', 'a\nx\nc', [' a', '-b', '+x', ' c']],
    ['a', 'a\nb', [' a', '+b']],
    ['a\nb', 'b', ['-a', ' b']],
    ['', 'a', ['-', '+a']],
    ['a\na\na', 'a\na', [' a', ' a', '-a']],
    [
      'one\ntwo\nthree\nfour',
      'zero\ntwo\nfour\nfive',
      ['-one', '+zero', ' two', '-three', ' four', '+five'],
    ],
  ])('from %j to %j is told line by line', (before, after, lines) => {
    expect(told(before, after)).toEqual(lines);
  });

  it('keeps both texts whole, however long and different they are', () => {
    const before = Array.from({ length: 3_000 }, (_, at) => `old ${at}`);
    const after = Array.from({ length: 3_000 }, (_, at) => `new ${at}`);
    const lines = lineDiff(before.join('\n'), after.join('\n'));
    const of = (kind: string) =>
      lines.filter(line => line.kind === kind).map(({ text }) => text);
    expect(of('removed')).toEqual(before);
    expect(of('added')).toEqual(after);
  });
});
