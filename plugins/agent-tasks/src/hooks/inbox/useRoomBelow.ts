import { RefObject, useLayoutEffect, useState } from 'react';

/** How far an element begins below the top of its page, in pixels: what is left is its room. */
export function useRoomBelow(element: RefObject<HTMLElement>): number {
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      const box = element.current?.getBoundingClientRect();
      if (box) setTop(Math.round(box.top + window.scrollY));
    };
    measure();
    // What stands above comes and goes, and the page grows by it.
    const page = element.current?.parentElement;
    if (!page || !window.ResizeObserver) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(page);
    return () => observer.disconnect();
  }, [element]);
  return top;
}
