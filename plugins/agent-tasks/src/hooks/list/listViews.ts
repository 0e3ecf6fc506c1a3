import { ListFilters, noFilters } from './listFilters';

/** Ways in: whose tasks. Each is nothing but filters, so that a shared address shows the same. */
export const LIST_VIEWS = ['mine', 'team', 'all'] as const;

/** One of them. */
export type ListView = (typeof LIST_VIEWS)[number];

/** The signed-in person. */
export interface Me {
  ref: string;
  /** Groups they are a member of. */
  groups: readonly string[];
}

/** Which view the filters are, to this person; "all" when they are neither of the others. */
export function viewOf({ any }: ListFilters, me: Me): ListView {
  const { requesterRef, ownerRef } = any;
  if (isSame(requesterRef, [me.ref]) && ownerRef.length === 0) return 'mine';
  const isTeams = me.groups.length > 0 && isSame(ownerRef, me.groups);
  return isTeams && requesterRef.length === 0 ? 'team' : 'all';
}

/** The same filters, about somebody else's tasks. */
export function inView(
  filters: ListFilters,
  view: ListView,
  me: Me,
): ListFilters {
  return {
    ...filters,
    any: {
      ...filters.any,
      requesterRef: view === 'mine' ? [me.ref] : [],
      ownerRef: view === 'team' ? me.groups : [],
    },
  };
}

/** Nothing but the view. */
export function clearedTo(view: ListView, me: Me): ListFilters {
  return inView(noFilters, view, me);
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  return (
    some.length === others.length && others.every(one => some.includes(one))
  );
}
