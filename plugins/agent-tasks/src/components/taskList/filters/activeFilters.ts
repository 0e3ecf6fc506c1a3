import {
  LIST_FILTERS,
  ListFilter,
  ListFilters,
} from '../../../hooks/list/listFilters';
import { ListView } from '../../../hooks/list/listViews';

/** One word of one filter, and the filters without it. */
export interface ActiveFilter {
  name: ListFilter | 'q' | 'createdAfter' | 'createdBefore';
  word: string;
  without: ListFilters;
}

/** What the view says already. */
const SAID_BY: Partial<Record<ListView, ListFilter>> = {
  mine: 'requesterRef',
  team: 'ownerRef',
};

/** Everything that narrows the list, beyond what the view says. */
export function activeFilters(
  filters: ListFilters,
  view: ListView,
): ActiveFilter[] {
  const words = LIST_FILTERS.filter(name => name !== SAID_BY[view]).flatMap(
    name =>
      filters.any[name].map(word => ({
        name,
        word,
        without: {
          ...filters,
          any: {
            ...filters.any,
            [name]: filters.any[name].filter(other => other !== word),
          },
        },
      })),
  );
  const single = (['q', 'createdAfter', 'createdBefore'] as const).flatMap(
    name => {
      const word = filters[name];
      const empty = name === 'q' ? '' : undefined;
      return word
        ? [{ name, word, without: { ...filters, [name]: empty } }]
        : [];
    },
  );
  return [...words, ...single];
}
