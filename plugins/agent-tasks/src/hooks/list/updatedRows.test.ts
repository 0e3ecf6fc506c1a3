import { exampleTask } from '../../testing/exampleTask';
import { updatedRows } from './updatedRows';

const row = (id: string, revision = 1) => exampleTask({ id, revision });
const page = (...items: ReturnType<typeof row>[]) => ({ items });
const shown = (result: ReturnType<typeof updatedRows>) =>
  result.rows?.map(({ id, revision }) => `${id}@${revision}`);

describe('rows that were read earlier', () => {
  it('keep their places and are as new as is known', () => {
    const pages = [page(row('a'), row('b')), page(row('c'))];
    const result = updatedRows(pages, page(row('b', 2), row('a')));
    expect(shown(result)).toEqual(['a@1', 'b@2', 'c@1']);
    expect(result.updates).toBe(0);
  });

  it('never become older', () => {
    const result = updatedRows([page(row('a', 3))], page(row('a', 2)));
    expect(shown(result)).toEqual(['a@3']);
  });

  it('stand once, also where one moved while pages were read', () => {
    const result = updatedRows([page(row('a')), page(row('a'))], undefined);
    expect(shown(result)).toEqual(['a@1']);
  });

  it('do not make room for what came, which is only counted', () => {
    const pages = [page(row('a'), row('b'))];
    const result = updatedRows(pages, page(row('new'), row('a')));
    expect(shown(result)).toEqual(['a@1', 'b@1']);
    expect(result.updates).toBe(1);
  });

  it('stay when they no longer match, which is counted too', () => {
    const result = updatedRows([page(row('a'), row('b'))], page(row('b')));
    expect(shown(result)).toEqual(['a@1', 'b@1']);
    expect(result.updates).toBe(1);
  });
});
