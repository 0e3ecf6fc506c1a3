import { RefObject, useLayoutEffect, useRef, useState } from 'react';

/**
 * How many rows of at least so many pixels there is room for between the top of a list and the
 * bottom of the frame that it stands in. People make widgets as large as they like.
 */
export function useRowsThatFit(rowPixels: number): {
  frame: RefObject<HTMLDivElement>;
  list: RefObject<HTMLUListElement>;
  rows: number;
} {
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [rows, setRows] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (!frame.current || !list.current) return;
      const { bottom } = frame.current.getBoundingClientRect();
      const { top } = list.current.getBoundingClientRect();
      setRows(Math.floor((bottom - top) / rowPixels));
    };
    measure();
    if (typeof ResizeObserver === 'undefined' || !frame.current)
      return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [rowPixels]);
  return { frame, list, rows };
}
