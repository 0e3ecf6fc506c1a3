/**
 * Text of the other side, fit to be shown as data: without control characters, without the marks
 * that turn or hide text, and capped.
 */
export function cleanText(text: string, limit: number): string {
  const cleaned = text
    .replace(/\r\n?/g, '\n')
    .replace(
      /(?![\n\t])\p{Cc}|[\u200b\u2028\u2029\ufeff]|\p{Bidi_Control}/gu,
      '',
    );
  return cleaned.length > limit
    ? `${cleaned.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`
    : cleaned;
}
