import { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';

/** How far each visit of the page was scrolled, until the app is loaded anew. */
const kept = new Map<string, number>();

/** Coming back from a task, somebody finds the list where they left it. */
export function useKeptPlace(virtual: Virtualizer<Window, Element>): void {
  const { key } = useLocation();
  const isReturn = useNavigationType() === 'POP';
  const latest = useRef(virtual);
  latest.current = virtual;
  useLayoutEffect(() => {
    const offset = kept.get(key);
    if (isReturn && offset) latest.current.scrollToOffset(offset);
  }, [isReturn, key]);
  useEffect(() => {
    const onScroll = () => kept.set(key, window.scrollY);
    window.addEventListener('scroll', onScroll, { passive: true });
    return () => window.removeEventListener('scroll', onScroll);
  }, [key]);
}
