import { useCallback, useEffect, useRef, useState } from 'react';
import { InboxRow, mostUrgent } from './inboxRows';

export type Step = 'next' | 'previous' | 'first' | 'last';

export interface Selection {
  row: InboxRow | undefined;
  /** -1 where there is no row. */
  index: number;
  select(id: string): void;
  move(step: Step): void;
}

/** One row is always selected: at first the one with the least time left, later its neighbour. */
export function useSelection(rows: readonly InboxRow[]): Selection {
  const [id, setId] = useState<string>();
  const lastIndex = useRef(0);
  const found = rows.findIndex(row => row.id === id);
  const neighbour = Math.min(lastIndex.current, rows.length - 1);
  const fallback = id === undefined ? mostUrgent(rows) : neighbour;
  const index = found >= 0 ? found : fallback;
  const row = rows[index];
  useEffect(() => {
    if (!row) return;
    lastIndex.current = index;
    // From here on it is chosen: newer rows do not take its place.
    setId(row.id);
  }, [row, index]);
  const move = useCallback(
    (step: Step) => {
      const target = {
        next: Math.min(index + 1, rows.length - 1),
        previous: Math.max(index - 1, 0),
        first: 0,
        last: rows.length - 1,
      }[step];
      if (rows[target]) setId(rows[target].id);
    },
    [rows, index],
  );
  return { row, index, select: setId, move };
}
