/**
 * Whether a text matches a pattern in which `*` stands for any characters, compared in lower case.
 * `*` crosses a slash: a `deny` of `*payments*` must not be escaped by a longer path. Linear, so
 * that no pattern can make it slow.
 */
export function matchesTextGlob(pattern: string, text: string): boolean {
  const wanted = pattern.toLowerCase();
  const given = text.toLowerCase();
  let at = 0;
  let star = -1;
  let resumeAt = 0;
  let position = 0;
  while (position < given.length) {
    if (wanted[at] === '*') {
      star = at;
      resumeAt = position;
      at += 1;
    } else if (at < wanted.length && wanted[at] === given[position]) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      // The last star takes one character more.
      resumeAt += 1;
      position = resumeAt;
      at = star + 1;
    } else {
      return false;
    }
  }
  while (wanted[at] === '*') at += 1;
  return at === wanted.length;
}

export function matchesAny(patterns: readonly string[], text: string): boolean {
  return patterns.some(pattern => matchesTextGlob(pattern, text));
}
