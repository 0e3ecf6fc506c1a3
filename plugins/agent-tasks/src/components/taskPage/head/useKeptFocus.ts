import { RefObject, useEffect, useRef } from 'react';

/**
 * Keeps the focus on the page when the control that had it is gone, as after a command that is no
 * longer possible: it goes to the sentence that says what came of it.
 */
export function useKeptFocus<Target extends HTMLElement>(): {
  target: RefObject<Target>;
  onFocus: () => void;
} {
  const target = useRef<Target>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    const isGone = last.current !== null && !last.current.isConnected;
    if (isGone && document.activeElement === document.body) {
      target.current?.focus();
    }
    if (isGone) last.current = null;
  });
  return {
    target,
    onFocus: () => {
      last.current = document.activeElement;
    },
  };
}
