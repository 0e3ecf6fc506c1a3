/**
 * What a figure is measured in; `×`: how many times as quick as what it is compared with, `kB`: 1,000
 * bytes, `MB`: 1,000 kB.
 */
export type Unit =
  | 'ms'
  | 's'
  | '/s'
  | '/h'
  | 'statements'
  | 'kB'
  | 'MB'
  | 'modules'
  | '×';

/** One number with what it takes to read it. */
export interface Figure {
  /** What was done: `list, newest first`. */
  what: string;
  /** On what: `PostgreSQL, 100,000 tasks`. */
  on: string;
  /** `p50`, `p95`, `rate`, … */
  measure: string;
  value: number;
  unit: Unit;
  /** What we promise, where we do. */
  promise?: { atMost: number } | { atLeast: number };
}

/** Whether a figure keeps its promise; undefined: nothing was promised. */
export function isKept({ value, promise }: Figure): boolean | undefined {
  if (!promise) return undefined;
  return 'atMost' in promise
    ? value <= promise.atMost
    : value >= promise.atLeast;
}
