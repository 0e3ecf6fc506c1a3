import { percentilesOf } from './durations';
import { Figure, isKept } from './Figure';
import { tableOf } from './table';

const figure: Figure = {
  what: 'list',
  on: 'PostgreSQL',
  measure: 'p95',
  value: 12.345,
  unit: 'ms',
};

describe('figures', () => {
  it('takes percentiles by their rank, whatever the order', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(percentilesOf(values)).toEqual({ p50: 50, p95: 95 });
    expect(percentilesOf([7])).toEqual({ p50: 7, p95: 7 });
  });

  it('says whether a promise is kept, and nothing where none was given', () => {
    expect(isKept(figure)).toBeUndefined();
    expect(isKept({ ...figure, promise: { atMost: 12.345 } })).toBe(true);
    expect(isKept({ ...figure, promise: { atMost: 12 } })).toBe(false);
    expect(isKept({ ...figure, promise: { atLeast: 12 } })).toBe(true);
    expect(isKept({ ...figure, promise: { atLeast: 13 } })).toBe(false);
  });

  it('prints what belongs together in one line, with promises kept and missed', () => {
    const figures: Figure[] = [
      { ...figure, measure: 'p50', value: 0.5 },
      { ...figure, promise: { atMost: 10 } },
      { ...figure, what: 'inbox', value: 1234, promise: { atMost: 2000 } },
    ];
    expect(tableOf(figures).split('\n')).toEqual([
      '  list   PostgreSQL  p50   0.50 ms   p95   12.3 ms (≤ 10 ✗)',
      '  inbox  PostgreSQL  p95  1,234 ms (≤ 2000 ✓)',
    ]);
  });
});
