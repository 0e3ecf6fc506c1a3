import { RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * How far below the top of the document an element begins, in pixels. Measured again whenever the
 * page grows or shrinks, because that moves it.
 */
export function useDistanceFromTop(): {
  ref: RefObject<HTMLDivElement>;
  distance: number;
} {
  const ref = useRef<HTMLDivElement>(null);
  const [distance, setDistance] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const top = ref.current?.getBoundingClientRect().top ?? 0;
      setDistance(Math.round(top + window.scrollY));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  return { ref, distance };
}
