import {
  TEXT_VIOLATIONS,
  TextViolation,
  textViolations,
  valueViolations,
} from './textViolations';

describe('textViolations', () => {
  // Put together here, so that no scanner takes this file for a leak.
  const secret = (prefix: string, length: number) =>
    prefix + 'aB3'.repeat(length).slice(0, length);
  const rows: [string, string, TextViolation[]][] = [
    ['plain text', 'Upgrade lodash to 4.17.21.\n\tüñí 漢字 ✅️ 👍🏽', []],
    ['a null', 'a\u0000b', ['control_characters']],
    ['an escape', 'a\u001b[31m', ['control_characters']],
    ['a line separator', 'a\u2028b', ['control_characters']],
    ['half a surrogate', 'a\ud800b', ['control_characters']],
    ['a right-to-left override', 'a\u202eb', ['bidi_characters']],
    ['an isolate', 'a\u2066b', ['bidi_characters']],
    ['a zero-width space', 'a\u200bb', ['invisible_characters']],
    ['a byte order mark', 'a\ufeffb', ['invisible_characters']],
    ['a soft hyphen', 'a\u00adb', ['invisible_characters']],
    ['tag characters', 'a\u{e0041}\u{e0042}', ['invisible_characters']],
    [
      'a variation selector for smuggling',
      'a\u{e0100}',
      ['invisible_characters'],
    ],
    ['a filler', 'a\u3164b', ['invisible_characters']],
    ['a personal access token', `token ${secret('ghp_', 36)}`, ['secret']],
    ['a fine-grained token', secret('github_pat_', 60), ['secret']],
    ['a cloud key', `key=${'AKIA'}${'A1B2'.repeat(4)}`, ['secret']],
    ['a chat token', secret('xoxb-', 24), ['secret']],
    ['a web token', `${secret('eyJ', 20)}.${secret('eyJ', 20)}.x`, ['secret']],
    ['a private key', `-----BEGIN RSA ${'PRIVATE KEY'}-----`, ['secret']],
    ['the marker’s word', 'Portal-Task-Ref: at1_x', ['marker_word']],
    [
      'the marker’s word in other letters',
      'portal‑TASK_rеf'.replace('е', 'e'),
      ['marker_word'],
    ],
    [
      'the marker’s word in wide letters',
      'Ｐortal－Task－Ref',
      ['marker_word'],
    ],
    [
      'the marker’s word with a hidden letter',
      'Portal-\u200bTask-Ref',
      ['invisible_characters', 'marker_word'],
    ],
    ['the marker’s word over two lines', 'Portal-Task-\nRef', ['marker_word']],
    ['too much', 'a'.repeat(101), ['too_long']],
    ['just enough', 'a'.repeat(100), []],
  ];

  it.each(rows)('%s', (_name, text, expected) => {
    expect(textViolations(text, 100)).toEqual(expected);
  });

  it('has a row for every violation', () => {
    const covered = rows.flatMap(([, , violations]) => violations);
    expect(TEXT_VIOLATIONS.filter(v => !covered.includes(v))).toEqual([]);
  });

  it('names the field and the rule, and never repeats the text', () => {
    const hidden = secret('ghp_', 36);
    const found = valueViolations({
      version: '1.0.0',
      list: ['ok', hidden],
      deep: { note: 'a\u200bb' },
      [`key ${hidden}`]: 'fine',
      count: 7,
    });
    expect(found).toEqual([
      { field: 'parameters.list[1]', violation: 'secret' },
      { field: 'parameters.deep.note', violation: 'invisible_characters' },
      { field: 'parameters', violation: 'secret' },
    ]);
    expect(JSON.stringify(found)).not.toContain(hidden);
  });
});
