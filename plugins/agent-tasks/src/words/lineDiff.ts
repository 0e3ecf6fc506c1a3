/** One line of two texts: in both, or in one of them alone. */
export interface DiffLine {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Texts whose differing parts are longer, in lines of one times lines of the other, are not matched. */
const MOST_CELLS = 1_000_000;

/** What became of a text, line by line; the longest that both have in common stays. */
export function lineDiff(before: string, after: string): DiffLine[] {
  const old = before.split('\n');
  const now = after.split('\n');
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start])
    start++;
  let end = 0;
  while (
    end < Math.min(old.length, now.length) - start &&
    old[old.length - 1 - end] === now[now.length - 1 - end]
  )
    end++;
  return [
    ...as('same', old.slice(0, start)),
    ...between(
      old.slice(start, old.length - end),
      now.slice(start, now.length - end),
    ),
    ...as('same', old.slice(old.length - end)),
  ];
}

function between(old: string[], now: string[]): DiffLine[] {
  if (old.length * now.length > MOST_CELLS) {
    return [...as('removed', old), ...as('added', now)];
  }
  const common = commonLengths(old, now);
  const lines: DiffLine[] = [];
  let left = 0;
  let right = 0;
  while (left < old.length || right < now.length) {
    if (old[left] === now[right]) {
      lines.push({ kind: 'same', text: old[left++] });
      right++;
    } else if (
      right >= now.length ||
      (left < old.length && common[left + 1][right] >= common[left][right + 1])
    ) {
      lines.push({ kind: 'removed', text: old[left++] });
    } else {
      lines.push({ kind: 'added', text: now[right++] });
    }
  }
  return lines;
}

/** For each pair of ends of the two, how many lines they have in common, in order. */
function commonLengths(old: string[], now: string[]): Uint16Array[] {
  const rows = Array.from(
    { length: old.length + 1 },
    () => new Uint16Array(now.length + 1),
  );
  for (let left = old.length - 1; left >= 0; left--) {
    for (let right = now.length - 1; right >= 0; right--) {
      rows[left][right] =
        old[left] === now[right]
          ? rows[left + 1][right + 1] + 1
          : Math.max(rows[left + 1][right], rows[left][right + 1]);
    }
  }
  return rows;
}

function as(kind: DiffLine['kind'], lines: readonly string[]): DiffLine[] {
  return lines.map(text => ({ kind, text }));
}
