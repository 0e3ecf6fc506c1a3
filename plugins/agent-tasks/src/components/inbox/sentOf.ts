import {
  INBOX_GROUPS,
  InboxGroup,
  WaitingRows,
} from '../../hooks/inbox/inboxRows';
import { InboxView } from '../../hooks/inbox/useInboxView';
import { LIST_SORTS } from '../../hooks/list/listFilters';
import { Me } from '../../hooks/list/listViews';

/** The filter of all tasks that holds what a group of the inbox has, by the names of the API. */
function allTasksSearch(
  group: InboxGroup,
  routedTo: readonly string[],
): string {
  const search = new URLSearchParams();
  // What is put aside waits for something too.
  const attentions = INBOX_GROUPS.filter(
    one => one !== 'snoozed' && (one === group || group === 'snoozed'),
  );
  for (const attention of attentions) search.append('attention', attention);
  for (const ref of routedTo) search.append('routedTo', ref);
  search.set('order', LIST_SORTS.due.order);
  search.set('direction', LIST_SORTS.due.direction);
  return search.toString();
}

/** How much of a group was sent along, and where all of it is found. */
export function sentOf(
  group: InboxGroup,
  waiting: WaitingRows,
  view: InboxView,
  me: Me | undefined,
) {
  const groups = me && view === 'team' ? me.groups : [];
  return {
    shown: waiting.rows.filter(row => row.group === group).length,
    count: waiting.counts[group],
    search: allTasksSearch(group, me ? [me.ref, ...groups] : []),
  };
}
