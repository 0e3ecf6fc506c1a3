import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { KeyboardEvent, useEffect, useMemo, useRef } from 'react';
import { InboxGroup, InboxRow } from '../../hooks/inbox/inboxRows';
import { Step } from '../../hooks/inbox/useSelection';
import { agentTasksTranslationRef } from '../../translations';
import { GroupHead } from './GroupHead';
import { RowFate } from '../../hooks/inbox/rowFate';
import { TaskRow } from './TaskRow';

const ROW_HEIGHT = 68;
const HEAD_HEIGHT = 44;
const STEPS: Record<string, Step> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

type Line = { key: string; head: InboxGroup } | { key: string; row: InboxRow };

/**
 * What waits, as a grid whose rows take the focus one at a time (roving tabindex): a grid and not a
 * listbox, because the heads of its groups carry links. Only what is in sight is drawn, and the
 * selected row, so that it keeps the focus wherever the list is scrolled to.
 */
export function InboxList(props: {
  rows: readonly InboxRow[];
  fateOf: (row: InboxRow) => RowFate;
  sent: (group: InboxGroup) => { shown: number; count: number; search: string };
  selectedId: string | undefined;
  /** Grows with every wish that the selected row have the focus. */
  focusWish: number;
  onSelect: (id: string) => void;
  onMove: (step: Step) => void;
  onOpen: () => void;
  onPeek: () => void;
  onPointer: (isInside: boolean) => void;
}) {
  const { rows, fateOf, sent, selectedId, focusWish } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(rows), [rows]);
  const selected = lines.findIndex(line => line.key === selectedId);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: index => ('head' in lines[index] ? HEAD_HEIGHT : ROW_HEIGHT),
    getItemKey: index => lines[index].key,
    overscan: 8,
    rangeExtractor: range => {
      const drawn = defaultRangeExtractor(range);
      return selected < 0 || drawn.includes(selected)
        ? drawn
        : [...drawn, selected].sort((a, b) => a - b);
    },
  });

  useEffect(() => {
    // A head that belongs to the first row comes into sight with it.
    if (selected >= 0) virtual.scrollToIndex(selected === 1 ? 0 : selected);
  }, [virtual, selected, selectedId]);

  const selectedNode = useRef<HTMLDivElement | null>(null);
  useEffect(() => {
    if (focusWish > 0) selectedNode.current?.focus({ preventScroll: true });
  }, [focusWish]);

  const press = (event: KeyboardEvent) => {
    if (event.target !== selectedNode.current) return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key } = event;
    if (STEPS[key]) props.onMove(STEPS[key]);
    else if (key === 'Enter') props.onOpen();
    else if (key === ' ') props.onPeek();
    else return;
    event.preventDefault();
  };

  return (
    <Box
      ref={scroller}
      onPointerEnter={() => props.onPointer(true)}
      onPointerLeave={() => props.onPointer(false)}
      sx={{ overflowY: 'auto', minHeight: 0, height: '100%' }}
    >
      <Box
        role="grid"
        aria-label={t('inbox.list')}
        aria-rowcount={lines.length}
        aria-colcount={5}
        onKeyDown={press}
        sx={{ position: 'relative' }}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const line = lines[index];
          const isSelected = line.key === selectedId;
          return (
            <Box
              key={key}
              role="presentation"
              ref={virtual.measureElement}
              data-index={index}
              sx={{ position: 'absolute', insetInline: 0, top: 0 }}
              style={{ transform: `translateY(${start}px)` }}
            >
              {'head' in line ? (
                <GroupHead
                  group={line.head}
                  rowIndex={index + 1}
                  {...sent(line.head)}
                />
              ) : (
                <TaskRow
                  ref={isSelected ? selectedNode : undefined}
                  row={line.row}
                  {...fateOf(line.row)}
                  rowIndex={index + 1}
                  isSelected={isSelected}
                  onSelect={props.onSelect}
                />
              )}
            </Box>
          );
        })}
      </Box>
    </Box>
  );
}

function linesOf(rows: readonly InboxRow[]): Line[] {
  return rows.flatMap((row, index): Line[] => {
    const line = { key: row.id, row };
    return rows[index - 1]?.group === row.group
      ? [line]
      : [{ key: `head ${row.group}`, head: row.group }, line];
  });
}
