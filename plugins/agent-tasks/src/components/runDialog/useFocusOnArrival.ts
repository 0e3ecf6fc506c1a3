import { useEffect, useRef } from 'react';

/** Puts focus there once it appears: what had it before is gone with the last step of the dialog. */
export function useFocusOnArrival<T extends HTMLElement>() {
  const target = useRef<T>(null);
  useEffect(() => target.current?.focus(), []);
  return target;
}
