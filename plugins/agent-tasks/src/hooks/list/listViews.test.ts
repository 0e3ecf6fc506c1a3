import { noFilters } from './listFilters';
import { clearedTo, inView, viewOf } from './listViews';

const me = { ref: 'user:default/ana', groups: ['group:default/payments'] };
const loner = { ref: 'user:default/ana', groups: [] };

describe('a view', () => {
  it.each(['mine', 'team', 'all'] as const)(
    '%s is known by its filters',
    view => {
      expect(viewOf(clearedTo(view, me), me)).toBe(view);
    },
  );

  it('keeps the other filters', () => {
    const filters = { ...noFilters, q: 'lodash' };
    expect(inView(filters, 'team', me).q).toBe('lodash');
  });

  it('of somebody else is filters like any other', () => {
    const bos = clearedTo('mine', { ...me, ref: 'user:default/bo' });
    expect(viewOf(bos, me)).toBe('all');
  });

  it('of teams is nobody’s who has none', () => {
    expect(viewOf(noFilters, loner)).toBe('all');
  });
});
