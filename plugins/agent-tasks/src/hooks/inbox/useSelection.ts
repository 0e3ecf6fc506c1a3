import { useCallback, useEffect, useRef, useState } from 'react';
import { InboxRow } from './inboxRows';

export type Step = 'next' | 'previous' | 'first' | 'last';

export interface Selection {
  row: InboxRow | undefined;
  select(id: string): void;
  move(step: Step): void;
}

/**
 * One row is always selected: at first the top one, which has the least time left, later the
 * neighbour of one that went.
 *
 * @param list - which list the rows are of; another one begins at its top
 */
export function useSelection(
  rows: readonly InboxRow[],
  list: string,
): Selection {
  const [chosen, choose] = useState<{ list: string; id: string }>();
  const lastIndex = useRef(0);
  const found = rows.findIndex(row => row.id === chosen?.id);
  const neighbour = Math.min(lastIndex.current, rows.length - 1);
  const fallback = chosen?.list === list ? neighbour : 0;
  const index = found >= 0 ? found : fallback;
  const row = rows[index];
  const select = useCallback((id: string) => choose({ list, id }), [list]);
  useEffect(() => {
    if (!row) return;
    lastIndex.current = index;
    // From here on it is chosen: newer rows do not take its place.
    select(row.id);
  }, [row, index, select]);
  const move = useCallback(
    (step: Step) => {
      const target = {
        next: Math.min(index + 1, rows.length - 1),
        previous: Math.max(index - 1, 0),
        first: 0,
        last: rows.length - 1,
      }[step];
      if (rows[target]) select(rows[target].id);
    },
    [rows, index, select],
  );
  return { row, select, move };
}
