/**
 * Whether a prompt begins with what we sent. A marker can be copied, and then stands behind other
 * words. White space may change on the way; the words may not.
 *
 * @param told - as the provider shows it
 * @param prompt - as sent, without the marker line; null once it was trimmed
 */
export function isOurPrompt(told: string, prompt: string | null): boolean {
  const words = (text: string) => text.split(/\s+/).filter(Boolean).join(' ');
  return prompt === null || words(told).startsWith(words(prompt));
}
