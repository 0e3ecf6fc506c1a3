import { useEffect, useRef } from 'react';
import { isOccupied } from './isOccupied';

/** What each key does; left out: nothing. Keys as `KeyboardEvent.key` has them. */
export type KeyTable = Readonly<Record<string, (() => void) | undefined>>;

/** Held down, these walk on. */
const MOVES = new Set(['j', 'k']);

/**
 * Keys of a whole page, wherever the focus is. Inert where somebody types, in dialogs and menus,
 * with modifiers, and while a key is held down: a verb is never repeated by itself.
 */
export function useKeys(table: KeyTable, isOn: boolean): void {
  const current = useRef(table);
  current.current = table;
  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      const isModified = event.ctrlKey || event.metaKey || event.altKey;
      if (event.defaultPrevented || isModified || isOccupied(event)) return;
      const does = Object.hasOwn(current.current, event.key)
        ? current.current[event.key]
        : undefined;
      if (!does || (event.repeat && !MOVES.has(event.key))) return;
      event.preventDefault();
      does();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [isOn]);
}
