/**
 * What a stored text of JSON says; the text itself where somebody has made something else of it.
 * Whoever looks for words in the raw text finds the marks of its line breaks glued to them.
 */
export function storedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
