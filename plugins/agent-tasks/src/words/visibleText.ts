/**
 * Characters that are not seen but change what is: controls, marks of direction, zero widths.
 * Tabs and line ends stay, and so do the joiners that scripts and emoji are written with.
 */
const HIDDEN = /(?![\t\n\r\u200C\u200D])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** Text from outside with everything hidden in it made visible, as its code point in brackets. */
export function visibleText(untrusted: string): string {
  return untrusted.replace(HIDDEN, character => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase();
    return `[U+${code.padStart(4, '0')}]`;
  });
}
