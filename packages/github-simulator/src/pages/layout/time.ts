import { Markup, markup } from './markup';

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** `3 min`, in the largest unit that has one. */
export function duration(milliseconds: number): string {
  const [unit, size] =
    UNITS.find(([, length]) => milliseconds >= length) ??
    UNITS[UNITS.length - 1];
  return `${Math.max(0, Math.floor(milliseconds / size))} ${unit}`;
}

/** How long ago something was, with the exact time for those who ask. */
export function ago(then: number, now: number): Markup {
  const exact = new Date(then).toISOString();
  const text = now - then < 1_000 ? 'just now' : `${duration(now - then)} ago`;
  return markup`<time datetime="${exact}" title="${exact}">${text}</time>`;
}
