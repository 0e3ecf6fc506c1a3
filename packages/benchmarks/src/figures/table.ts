import { Figure, isKept } from './Figure';

/** Figures as lines for people: what was done on the same thing stands in one line. */
export function tableOf(figures: readonly Figure[]): string {
  const lines = new Map<
    string,
    { what: string; on: string; cells: string[] }
  >();
  for (const figure of figures) {
    const { what, on } = figure;
    const key = `${what}\n${on}`;
    const line = lines.get(key) ?? { what, on, cells: [] };
    line.cells.push(cellOf(figure));
    lines.set(key, line);
  }
  const rows = [...lines.values()];
  const width = (of: (row: (typeof rows)[number]) => string) =>
    Math.max(0, ...rows.map(row => of(row).length));
  const whats = width(({ what }) => what);
  const ons = width(({ on }) => on);
  return rows
    .map(({ what, on, cells }) =>
      `  ${what.padEnd(whats)}  ${on.padEnd(ons)}  ${cells.join(
        '   ',
      )}`.trimEnd(),
    )
    .join('\n');
}

function cellOf(figure: Figure): string {
  const { measure, value, unit, promise } = figure;
  const said = `${measure} ${amountOf(value).padStart(6)} ${unit}`;
  if (!promise) return said;
  const bound =
    'atMost' in promise ? `≤ ${promise.atMost}` : `≥ ${promise.atLeast}`;
  return `${said} (${bound} ${isKept(figure) ? '✓' : '✗'})`;
}

/** Three digits that mean something; what is larger, whole. */
function amountOf(value: number): string {
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}
