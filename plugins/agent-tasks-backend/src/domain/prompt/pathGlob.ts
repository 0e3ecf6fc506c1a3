/** One place of a pattern's segment: a character, any one, one of some, or any number. */
type Token =
  | { kind: 'one'; accepts: (character: string) => boolean }
  | { kind: 'star' };

type Segment = 'any-depth' | Token[];

/** More alternatives than this come from a mistake, or from somebody who wants us to be busy. */
const MOST_ALTERNATIVES = 256;

/**
 * Compiles a file pattern: `*` and `?` within a name, `**` over folders, `[a-z]`, `{a,b}`; relative
 * to the root of the repository, by case. Matching takes steps, not guesses, so no pattern of an
 * author can make it slow.
 */
export function pathGlob(pattern: string): (path: string) => boolean {
  const alternatives = expanded(pattern).map(alternative =>
    alternative
      .split('/')
      .map(part => (part === '**' ? 'any-depth' : tokensOf(part))),
  );
  return path =>
    alternatives.some(segments => matches(segments, path.split('/')));
}

/** Each row says which suffixes of the path the rest of the pattern matches. */
function matches(segments: Segment[], parts: string[]): boolean {
  let reachable = new Set([parts.length]);
  for (const segment of [...segments].reverse()) {
    const next = new Set<number>();
    if (segment === 'any-depth') {
      for (let at = Math.max(-1, ...reachable); at >= 0; at -= 1) next.add(at);
    } else {
      for (const end of reachable) {
        if (end > 0 && matchesName(segment, parts[end - 1])) next.add(end - 1);
      }
    }
    reachable = next;
  }
  return reachable.has(0);
}

function matchesName(tokens: Token[], name: string): boolean {
  const characters = [...name];
  let at = 0;
  let star = -1;
  let resumeAt = 0;
  let position = 0;
  while (position < characters.length) {
    const token = tokens[at];
    if (token?.kind === 'star') {
      star = at;
      resumeAt = position;
      at += 1;
    } else if (token?.kind === 'one' && token.accepts(characters[position])) {
      at += 1;
      position += 1;
    } else if (star >= 0) {
      resumeAt += 1;
      position = resumeAt;
      at = star + 1;
    } else {
      return false;
    }
  }
  return tokens.slice(at).every(({ kind }) => kind === 'star');
}

function tokensOf(part: string): Token[] {
  const tokens: Token[] = [];
  const characters = [...part];
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at];
    const close = character === '[' ? characters.indexOf(']', at + 2) : -1;
    if (character === '*') {
      tokens.push({ kind: 'star' });
    } else if (character === '?') {
      tokens.push({ kind: 'one', accepts: () => true });
    } else if (close > 0) {
      tokens.push({
        kind: 'one',
        accepts: setOf(characters.slice(at + 1, close)),
      });
      at = close;
    } else {
      tokens.push({ kind: 'one', accepts: given => given === character });
    }
  }
  return tokens;
}

function setOf(members: string[]): (character: string) => boolean {
  const isNegated = members[0] === '!' || members[0] === '^';
  const ranges: [string, string][] = [];
  for (let at = isNegated ? 1 : 0; at < members.length; at += 1) {
    const isRange = members[at + 1] === '-' && at + 2 < members.length;
    ranges.push([members[at], members[isRange ? at + 2 : at]]);
    if (isRange) at += 2;
  }
  return character =>
    ranges.some(([from, to]) => from <= character && character <= to) !==
    isNegated;
}

/** Braces written out: `src/{a,b}` is `src/a` and `src/b`; nested ones too. */
function expanded(pattern: string): string[] {
  const done: string[] = [];
  const open = [pattern];
  while (open.length > 0 && done.length + open.length <= MOST_ALTERNATIVES) {
    const next = open.pop() ?? '';
    const choices = firstBraces(next);
    if (choices) open.push(...choices);
    else done.push(next);
  }
  return open.length > 0 ? [] : done;
}

function firstBraces(pattern: string): string[] | null {
  const start = pattern.indexOf('{');
  if (start < 0) return null;
  let depth = 0;
  let from = start + 1;
  const choices: string[] = [];
  for (let at = start; at < pattern.length; at += 1) {
    const character = pattern[at];
    if (character === '{') depth += 1;
    if (character === '}') depth -= 1;
    const isEnd = depth === 0;
    if (isEnd || (character === ',' && depth === 1)) {
      choices.push(pattern.slice(from, at));
      from = at + 1;
    }
    if (isEnd) {
      const [before, after] = [pattern.slice(0, start), pattern.slice(at + 1)];
      return choices.map(choice => `${before}${choice}${after}`);
    }
  }
  return null;
}
