import { scopeReport } from './changeScope';
import { pathGlob } from './pathGlob';

describe('pathGlob', () => {
  it.each([
    ['package.json', 'package.json', true],
    ['package.json', 'sub/package.json', false],
    ['src/**', 'src/a.ts', true],
    ['src/**', 'src/a/b/c.ts', true],
    ['src/**', 'lib/src/a.ts', false],
    ['**/*.ts', 'a.ts', true],
    ['**/*.ts', 'a/b/c.ts', true],
    ['src/**/test/*.ts', 'src/test/a.ts', true],
    ['src/**/test/*.ts', 'src/a/b/test/a.ts', true],
    ['src/**/test/*.ts', 'src/a/b/test/c/a.ts', false],
    ['src/*', 'src/a/b', false],
    ['*.json', 'a/b.json', false],
    ['a?c', 'abc', true],
    ['a?c', 'a/c', false],
    ['[a-c]x', 'bx', true],
    ['[a-c]x', '-x', false],
    ['[!a-c]x', 'dx', true],
    ['[!a-c]x', 'bx', false],
    ['src/{a,b}/*.{ts,tsx}', 'src/b/x.tsx', true],
    ['src/{a,b}/*.{ts,tsx}', 'src/c/x.tsx', false],
    ['{a,b/{c,d}}', 'b/d', true],
    ['SRC/**', 'src/a', false],
    ['**', 'a/b/c', true],
    ['a.c', 'abc', false],
    ['(a|b)+', 'a', false],
    ['(a|b)+', '(a|b)+', true],
  ])('%p and %p: %p', (pattern, path, expected) => {
    expect(pathGlob(pattern)(path)).toBe(expected);
  });

  it('is not slowed by stars, nor by braces', () => {
    expect(pathGlob(`${'*a'.repeat(500)}b`)('a'.repeat(2_000))).toBe(false);
    expect(pathGlob(`${'**/'.repeat(200)}b`)('a/'.repeat(1_000))).toBe(false);
    expect(pathGlob('{a,b}'.repeat(30))('a'.repeat(30))).toBe(false);
  });
});

describe('scopeReport', () => {
  const file = (path: string, additions = 1) => ({
    path,
    additions,
    deletions: 1,
  });
  const scope = { files: ['src/**'], maxFiles: 2, maxLines: 10 };

  it.each([
    ['inside', [file('src/a.ts')], [], []],
    [
      'outside',
      [file('src/a.ts'), file('ci.yml')],
      ['ci.yml'],
      ['out_of_scope_files'],
    ],
    [
      'too many files',
      [file('src/a'), file('src/b'), file('src/c')],
      [],
      ['too_large'],
    ],
    ['too many lines', [file('src/a', 10)], [], ['too_large']],
  ])('%s', (_name, files, outOfScope, flags) => {
    expect(scopeReport(scope, files)).toEqual({ outOfScope, flags });
  });

  it('lets everything through where nothing is said', () => {
    const open = { files: [], maxFiles: null, maxLines: null };
    expect(scopeReport(open, [file('anything', 9_999)])).toEqual({
      outOfScope: [],
      flags: [],
    });
  });
});
