import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import Box from '@mui/material/Box';
import { MouseEvent, ReactNode, useEffect, useRef } from 'react';
import { activeRowMark } from '../../../theme/focusRing';

/** Where links and buttons of the row do what they say. */
const PRESSABLE = 'a, button';

/** One row in its place. A click anywhere on it opens the task; its title is the link for keys. */
export function RowFrame(props: {
  index: number;
  /** From the top of the rows, in pixels. */
  offset: number;
  isActive: boolean;
  measure(element: Element | null): void;
  /** Undefined while it is on its way. */
  row: TaskListItem | undefined;
  onOpen(id: string): void;
  children: ReactNode;
}) {
  const { index, offset, isActive, measure, row, onOpen, children } = props;
  const element = useRef<HTMLDivElement | null>(null);
  const isThere = row !== undefined;
  useEffect(() => {
    if (!isActive || !isThere) return;
    const link = element.current?.querySelector<HTMLElement>('a[data-title]');
    link?.focus({ preventScroll: true });
  }, [isActive, isThere]);

  const onClick = (event: MouseEvent) => {
    const isElsewhere =
      event.target instanceof Element && event.target.closest(PRESSABLE);
    const isMarking = window.getSelection()?.type === 'Range';
    if (row && !isElsewhere && !isMarking) onOpen(row.id);
  };
  return (
    <Box
      role="row"
      aria-rowindex={index + 2}
      data-index={index}
      ref={(node: HTMLDivElement | null) => {
        element.current = node;
        measure(node);
      }}
      onClick={onClick}
      style={{ transform: `translateY(${offset}px)` }}
      sx={{
        position: 'absolute',
        top: 0,
        left: 0,
        width: '100%',
        cursor: row && 'pointer',
        borderTop: '1px solid var(--bui-border-1)',
        '&:hover': { backgroundColor: 'var(--bui-bg-neutral-2)' },
        ...(isActive && activeRowMark),
      }}
    >
      {children}
    </Box>
  );
}
