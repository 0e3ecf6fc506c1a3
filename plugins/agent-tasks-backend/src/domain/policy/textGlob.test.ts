import fc from 'fast-check';
import { matchesTextGlob } from './textGlob';

fc.configureGlobal({ seed: 20261120 });

describe('matchesTextGlob', () => {
  it.each([
    ['acme/*', 'acme/payments-api', true],
    ['acme/*', 'acme-evil/payments-api', false],
    ['acme/payments-*', 'acme/payments-api', true],
    ['acme/payments-*', 'acme/other', false],
    ['ACME/*', 'acme/x', true],
    ['*', '', true],
    ['', 'a', false],
    ['a*b*c', 'aXbYbZc', true],
    ['a*b*c', 'aXbYbZ', false],
    ['**', 'anything/at all', true],
    ['a.b', 'axb', false],
  ])('%p and %p: %p', (pattern, text, expected) => {
    expect(matchesTextGlob(pattern, text)).toBe(expected);
  });

  it('agrees with the plain meaning of a star', () => {
    const letters = fc.string({
      unit: fc.constantFrom('a', 'b', '*'),
      maxLength: 8,
    });
    const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 });
    let matched = 0;
    fc.assert(
      fc.property(letters, text, (pattern, given) => {
        const expected = new RegExp(`^${pattern.replace(/\*+/g, '.*')}$`).test(
          given,
        );
        matched += Number(expected);
        expect(matchesTextGlob(pattern, given)).toBe(expected);
      }),
      { numRuns: 2_000 },
    );
    expect(matched).toBeGreaterThan(100);
  });

  it('is not slowed by a pattern full of stars', () => {
    expect(matchesTextGlob(`${'a*'.repeat(2_000)}b`, 'a'.repeat(10_000))).toBe(
      false,
    );
  });
});
