import { useCallback, useState } from 'react';
import { inGroups, InboxRow, keepOrder } from './inboxRows';

export interface ShownRows {
  /** In the order the person has seen so far. */
  rows: InboxRow[] | undefined;
  /** Takes the newest rows in their order. */
  showFresh(): void;
  /** Takes rows from where they were; those that wait elsewhere now come to its end. */
  drop(ids: ReadonlySet<string>): void;
}

/** Freezes what is on the screen: the newest rows come when the person asks for them. */
export function useShownRows(
  view: string,
  fresh: InboxRow[] | undefined,
): ShownRows {
  const [state, setState] = useState({ view, fresh, rows: fresh });
  let { rows } = state;
  if (state.view !== view || state.fresh !== fresh) {
    // Nobody reads an empty list: what comes may come in.
    const isRead = state.view === view && rows !== undefined && rows.length > 0;
    rows = isRead && rows && fresh ? keepOrder(rows, fresh) : fresh;
    setState({ view, fresh, rows });
  }
  const showFresh = useCallback(
    () => setState(before => ({ ...before, rows: before.fresh })),
    [],
  );
  const drop = useCallback(
    (ids: ReadonlySet<string>) =>
      setState(before => {
        const kept = before.rows?.filter(({ id }) => !ids.has(id)) ?? [];
        const moved = before.fresh?.filter(({ id }) => ids.has(id)) ?? [];
        const left = kept.length > 0 ? inGroups(kept, moved) : before.fresh;
        return { ...before, rows: left };
      }),
    [],
  );
  return { rows, showFresh, drop };
}
