import { RefObject, useLayoutEffect, useState } from 'react';

/** Whether a box shows less than it holds, at whatever width it has. @param content - what it holds */
export function useIsCutOff(
  box: RefObject<HTMLElement>,
  content: unknown,
): boolean {
  const [isCutOff, setCutOff] = useState(false);
  useLayoutEffect(() => {
    const measure = () => {
      const node = box.current;
      if (node) setCutOff(node.scrollHeight > node.clientHeight + 1);
    };
    measure();
    if (!box.current || !window.ResizeObserver) return undefined;
    const observer = new ResizeObserver(measure);
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box, content]);
  return isCutOff;
}
