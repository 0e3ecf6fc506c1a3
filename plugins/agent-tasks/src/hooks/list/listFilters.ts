import type { TaskQuery } from '@agent-tasks/backstage-plugin-agent-tasks-common';

/** Filters that take several words, by the names that the API and the page's address use. */
export const LIST_FILTERS = [
  'status',
  'attention',
  'entityRef',
  'ownerRef',
  'template',
  'requesterRef',
  'assignee',
  'routedTo',
  'repository',
  'outcome',
  'state',
  'phase',
  'via',
  'policy',
  'identity',
] as const satisfies readonly (keyof TaskQuery)[];

/** One of them. */
export type ListFilter = (typeof LIST_FILTERS)[number];

/** What a list of tasks shows, and in which order. */
export interface ListFilters {
  any: Record<ListFilter, readonly string[]>;
  /** Words of the title, the repository or the template's name. */
  q: string;
  /** ISO 8601. */
  createdAfter?: string;
  createdBefore?: string;
  sort: ListSort;
}

/** Field and direction, as the address has them. */
export const LIST_SORTS = {
  newest: { order: 'createdAt', direction: 'desc' },
  oldest: { order: 'createdAt', direction: 'asc' },
  updated: { order: 'updatedAt', direction: 'desc' },
  quietest: { order: 'updatedAt', direction: 'asc' },
  due: { order: 'attentionDueAt', direction: 'asc' },
} as const satisfies Record<string, Pick<TaskQuery, 'order' | 'direction'>>;

/** One of them. */
export type ListSort = keyof typeof LIST_SORTS;

const PAGE_SIZE = 50;
const DEFAULT_SORT: ListSort = 'newest';
/** Says that nothing is filtered on purpose: an address without any word means "Asked by me". */
const ALL = ['view', 'all'] as const;

/** Everything, newest first. */
export const noFilters: ListFilters = {
  any: Object.fromEntries(
    LIST_FILTERS.map(name => [name, []]),
  ) as unknown as ListFilters['any'],
  q: '',
  sort: DEFAULT_SORT,
};

/**
 * The filters of an address; undefined where it has none. Words that the API does not know are kept:
 * it refuses them in a sentence, where leaving them out would widen the list.
 */
export function readFilters(address: URLSearchParams): ListFilters | undefined {
  const any = { ...noFilters.any };
  for (const name of LIST_FILTERS) {
    any[name] = address.getAll(name).filter(word => word !== '');
  }
  const filters: ListFilters = {
    any,
    q: address.get('q') ?? '',
    createdAfter: address.get('createdAfter') ?? undefined,
    createdBefore: address.get('createdBefore') ?? undefined,
    sort: sortOf(address),
  };
  const isBare = writeFilters(filters).has(...ALL) && !address.has(...ALL);
  return isBare ? undefined : filters;
}

function sortOf(address: URLSearchParams): ListSort {
  const order = address.get('order');
  const direction = address.get('direction');
  const names = Object.keys(LIST_SORTS) as ListSort[];
  const found = names.find(
    name =>
      LIST_SORTS[name].order === order &&
      LIST_SORTS[name].direction === direction,
  );
  return found ?? DEFAULT_SORT;
}

/** An address that shows the same list to whoever opens it. */
export function writeFilters(filters: ListFilters): URLSearchParams {
  const { any, q, createdAfter, createdBefore, sort } = filters;
  const address = new URLSearchParams();
  for (const name of LIST_FILTERS) {
    for (const word of any[name]) address.append(name, word);
  }
  if (q) address.set('q', q);
  if (createdAfter) address.set('createdAfter', createdAfter);
  if (createdBefore) address.set('createdBefore', createdBefore);
  if (sort !== DEFAULT_SORT) {
    address.set('order', LIST_SORTS[sort].order);
    address.set('direction', LIST_SORTS[sort].direction);
  }
  if ([...address.keys()].length === 0) address.set(...ALL);
  return address;
}

/** What is asked of the API. */
export function queryOf(filters: ListFilters): TaskQuery {
  const { any, q, createdAfter, createdBefore, sort } = filters;
  const chosen = LIST_FILTERS.filter(name => any[name].length > 0);
  return {
    // Words of closed sets may be misspelt in an address; the API says so.
    ...(Object.fromEntries(
      chosen.map(name => [name, any[name]]),
    ) as Partial<TaskQuery>),
    ...(q && { q }),
    ...(createdAfter && { createdAfter }),
    ...(createdBefore && { createdBefore }),
    ...LIST_SORTS[sort],
    limit: PAGE_SIZE,
  };
}
