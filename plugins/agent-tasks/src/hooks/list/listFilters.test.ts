import {
  LIST_FILTERS,
  noFilters,
  queryOf,
  readFilters,
  writeFilters,
} from './listFilters';

const read = (address: string) => readFilters(new URLSearchParams(address));

describe('the filters of an address', () => {
  it('come out as they went in, whatever they are', () => {
    const filters = {
      any: Object.fromEntries(
        LIST_FILTERS.map((name, index) => [
          name,
          [`${name} & 1`, `ü=${index}`],
        ]),
      ) as unknown as typeof noFilters.any,
      q: 'a&b=c #?%',
      createdAfter: '2026-11-01T00:00:00.000Z',
      createdBefore: '2026-11-20T00:00:00.000Z',
      sort: 'due' as const,
    };
    expect(read(writeFilters(filters).toString())).toEqual(filters);
  });

  it('are none in an address without any, and all tasks where it says so', () => {
    expect(read('')).toBeUndefined();
    expect(read('tab=1')).toBeUndefined();
    expect(read('view=all')).toEqual(noFilters);
    expect(writeFilters(noFilters).toString()).toBe('view=all');
  });

  it('keep a word that nobody knows, because leaving it out would widen the list', () => {
    expect(queryOf(read('status=odd')!)).toMatchObject({ status: ['odd'] });
  });

  it('take the usual order for one that nobody knows', () => {
    expect(read('view=all&order=age')?.sort).toBe('newest');
  });

  it('ask for pages of 50, and for nothing that is not filtered by', () => {
    expect(queryOf(noFilters)).toEqual({
      order: 'createdAt',
      direction: 'desc',
      limit: 50,
    });
  });
});
