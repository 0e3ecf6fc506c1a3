import { Call } from './Route';

export interface Page<T> {
  items: T[];
  headers: Record<string, string>;
}

/**
 * One page of a list and its `Link` header. GitHub names the last page everywhere but on it; agent tasks, which do not
 * know it in advance, name it only there.
 */
export function paginate<T>(
  all: T[],
  { query, address }: Pick<Call, 'query' | 'address'>,
  lastPage: 'announced' | 'found at the end' = 'announced',
): Page<T> {
  const size = Math.min(100, Number(query.per_page ?? 30));
  const page = Number(query.page ?? 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (rel: string, number: number) => {
    const url = new URL(address);
    url.searchParams.set('page', String(number));
    return `<${url}>; rel="${rel}"`;
  };
  const isLast = page >= last;
  const namesLast = lastPage === 'announced' ? !isLast : isLast;
  const links = [
    ...(page > 1 ? [link('prev', page - 1)] : []),
    ...(isLast ? [] : [link('next', page + 1)]),
    ...(namesLast ? [link('last', last)] : []),
    ...(page > 1 || lastPage !== 'announced' ? [link('first', 1)] : []),
  ];
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: last > 1 && links.length > 0 ? { link: links.join(', ') } : {},
  };
}
