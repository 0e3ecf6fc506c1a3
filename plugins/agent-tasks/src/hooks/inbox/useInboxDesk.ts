import { useCallback, useEffect, useMemo } from 'react';
import { countUpdates, InboxRow, matchesText } from './inboxRows';
import { RowFate } from './rowFate';
import { InboxView } from './useInboxView';
import { useNotes } from './useNotes';
import { usePendingIds } from './usePendingIds';
import { useSelection } from './useSelection';
import { useShownRows } from './useShownRows';
import { useInboxRead } from './useInboxRead';

/**
 * The rows as they lie before the person: in the order they have seen, filtered, one of them
 * selected.
 *
 * @param isPointed - the pointer is over the list: nothing may move below it
 */
export function useInboxDesk(
  view: InboxView,
  filter: string,
  isPointed: boolean,
) {
  const read = useInboxRead(view);
  const fresh = read.waiting?.rows;
  const { rows: all, showFresh, drop } = useShownRows(view, fresh);
  const notes = useNotes();
  const pending = usePendingIds();

  const text = filter.trim();
  const rows = useMemo(
    () => (text ? all?.filter(row => matchesText(row, text)) : all) ?? [],
    [all, text],
  );
  const selection = useSelection(rows, view);
  const selectedId = selection.row?.id;

  const fateOf = useCallback(
    ({ id, hasLeft }: InboxRow): RowFate => ({
      hasLeft,
      pending: pending.get(id),
      note: notes.of(id),
      readAt: read.readAt,
    }),
    [pending, notes, read.readAt],
  );
  const isOwn = useCallback(
    (id: string) => pending.has(id) || notes.of(id)?.kind === 'done',
    [pending, notes],
  );

  useEffect(() => {
    if (isPointed || !all) return;
    // What the person did away with goes once they have turned to another row.
    const done = all.filter(
      ({ id, hasLeft }) =>
        hasLeft && id !== selectedId && isOwn(id) && !pending.has(id),
    );
    if (done.length > 0) drop(new Set(done.map(({ id }) => id)));
  }, [all, selectedId, isOwn, pending, drop, isPointed]);

  const updates = fresh && all ? countUpdates(all, fresh, isOwn) : 0;
  return { read, rows, selection, fateOf, updates, showFresh, notes };
}
