import { MARKER_WORD } from './marker';

/** Why a text may not become part of a prompt. Codes only: a refused text is never echoed. */
export const TEXT_VIOLATIONS = [
  'control_characters',
  'bidi_characters',
  'invisible_characters',
  'secret',
  'marker_word',
  'too_long',
] as const;

export type TextViolation = (typeof TEXT_VIOLATIONS)[number];

/** Tab and line breaks are text; every other control character, and lone surrogates, are not. */
const CONTROL = /[^\P{Cc}\t\n\r]|[\p{Cs}\p{Zl}\p{Zp}]/u;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/u;
/** FE0F makes an emoji of a sign and is in daily use; the others are told as bidi already. */
const VISIBLE_OR_TOLD =
  /[\ufe0f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/*
 * By the prefixes that their issuers publish for exactly this purpose. Each pattern has one
 * unbounded part at its end at most, so none can be made slow.
 * https://docs.github.com/code-security/secret-scanning/introduction/supported-secret-scanning-patterns
 */
const SECRETS: readonly RegExp[] = [
  /\bgh[pousr]_[0-9A-Za-z]{36}/,
  /\bgithub_pat_[0-9A-Za-z_]{36}/,
  /\bglpat-[0-9A-Za-z_-]{20}/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
  /\bxox[abeoprs]-[0-9A-Za-z-]{10}/,
  /\bAIza[0-9A-Za-z_-]{35}/,
  /\bnpm_[0-9A-Za-z]{36}/,
  /\bsk-[0-9A-Za-z_-]{32}/,
  /\b[rs]k_live_[0-9A-Za-z]{20}/,
  /\beyJ[0-9A-Za-z_-]{10,2000}\.eyJ[0-9A-Za-z_-]{10}/,
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----/,
];

/** What is wrong with a text, in the order of the list; [] means that it may be used. */
export function textViolations(
  text: string,
  longest: number = Infinity,
): TextViolation[] {
  const isBroken: Record<TextViolation, boolean> = {
    control_characters: CONTROL.test(text),
    bidi_characters: BIDI.test(text),
    invisible_characters: INVISIBLE.test(text.replace(VISIBLE_OR_TOLD, '')),
    secret: SECRETS.some(pattern => pattern.test(text)),
    marker_word: plain(text).includes(plain(MARKER_WORD)),
    too_long: text.length > longest,
  };
  return TEXT_VIOLATIONS.filter(violation => isBroken[violation]);
}

/** The violations of all texts inside a value of any depth, by the path of the field. */
export function valueViolations(
  value: unknown,
  path = 'parameters',
): { field: string; violation: TextViolation }[] {
  if (typeof value === 'string') {
    return textViolations(value).map(violation => ({ field: path, violation }));
  }
  if (Array.isArray(value)) {
    return value.flatMap((item, index) =>
      valueViolations(item, `${path}[${index}]`),
    );
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const inKey = textViolations(key);
    // A key that is refused must not be echoed in the path either.
    const field = inKey.length > 0 ? path : `${path}.${key}`;
    return [
      ...inKey.map(violation => ({ field, violation })),
      ...valueViolations(item, field),
    ];
  });
}

/** Without what makes a word look different to a comparison and alike to a reader. */
function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Default_Ignorable_Code_Point}\s]/gu, '')
    .replace(/[\p{Pd}_]/gu, '-')
    .toLowerCase();
}
