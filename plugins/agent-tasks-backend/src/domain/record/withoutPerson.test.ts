import { namesPerson, withoutPerson } from './withoutPerson';

const personRef = 'user:default/ana';
const pseudonym = 'user:default/erased-1';
const erasure = { personRef, pseudonym };

describe('a value without a person', () => {
  it.each([
    ['a reference', personRef, pseudonym],
    ['written otherwise', 'User:default/Ana', pseudonym],
    [
      'within a sentence',
      'Asked by user:default/ana.',
      `Asked by ${pseudonym}.`,
    ],
    [
      'more than once',
      { a: [personRef, `${personRef}, ${personRef}`] },
      { a: [pseudonym, `${pseudonym}, ${pseudonym}`] },
    ],
    [
      'behind a line break',
      { prompt: `Ask\n${personRef}\nfirst` },
      { prompt: `Ask\n${pseudonym}\nfirst` },
    ],
    ['as a key', { [personRef]: 1 }, { [pseudonym]: 1 }],
  ])('names the pseudonym instead: %s', (_what, value, expected) => {
    expect(namesPerson(value, personRef)).toBe(true);
    expect(withoutPerson(value, erasure)).toEqual(expected);
  });

  it.each([
    'user:default/ana-lopez',
    'user:default/ana.lopez',
    'user:default/ana2',
    'superuser:default/ana',
    'user:other/ana',
    'group:default/ana',
    'Ana',
  ])('leaves %s alone: it is somebody or something else', value => {
    expect(namesPerson({ value }, personRef)).toBe(false);
    expect(withoutPerson({ value }, erasure)).toEqual({ value });
  });

  it('keeps everything that is no text', () => {
    const value = { at: 5, is: true, none: null, list: [1, null] };
    expect(withoutPerson(value, erasure)).toEqual(value);
  });
});
