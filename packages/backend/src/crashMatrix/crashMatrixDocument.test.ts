import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';

const root = resolvePackagePath('backend', '../..');
const LAST_ROW = 18;

/** The rows of the table: their number, the file of their test, and its name. */
const rows = readFileSync(join(root, 'docs/crash-matrix.md'), 'utf8')
  .split('\n')
  .flatMap(line => {
    const cells = line.split(' | ');
    const test = /\]\(\.\.\/([^)]+)\): `(.+?)`\s*\|$/.exec(cells.at(-1) ?? '');
    return test
      ? [{ row: Number(cells[0].slice(1)), file: test[1], name: test[2] }]
      : [];
  });

describe('docs/crash-matrix.md', () => {
  it('has every row', () => {
    expect([...new Set(rows.map(({ row }) => row))]).toEqual(
      Array.from({ length: LAST_ROW }, (_, index) => index + 1),
    );
  });

  it.each(rows)('names a test of row $row that is there: $name', one => {
    const { row, file, name } = one;
    const path = join(root, file);
    expect(existsSync(path)).toBe(true);
    expect(name.startsWith(`row ${row}: `)).toBe(true);
    expect(readFileSync(path, 'utf8')).toContain(name);
  });
});
