import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Paper from '@mui/material/Paper';
import { Theme } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useKeys } from '../../../hooks/keyboard/useKeys';
import { useKeysSwitch } from '../../../hooks/keyboard/useKeysSwitch';
import { TaskPages } from '../../../hooks/list/useTaskPages';
import { taskRouteRef } from '../../../routes';
import { agentTasksTranslationRef } from '../../../translations';
import { MoreRows } from './MoreRows';
import { RowFrame } from './RowFrame';
import { TableHead } from './TableHead';
import { TaskCard } from './TaskCard';
import { TaskCells } from './TaskCells';
import { useDistanceFromTop } from './useDistanceFromTop';
import { useKeptPlace } from './useKeptPlace';

const ROW_PIXELS = 57;
const CARD_PIXELS = 89;
const HEAD_PIXELS = 36;
/** The next page is asked for when so many rows are left below. */
const READ_AHEAD = 25;

/** Rows of any number: only those on the screen exist. The window scrolls, as on other pages. */
export function TaskTable(props: {
  rows: readonly TaskListItem[];
  total: number | undefined;
  isOld: boolean;
  more: TaskPages['more'];
  onFilter(): void;
}) {
  const { rows, total, isOld, more, onFilter } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const isWide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'), {
    noSsr: true,
  });
  const { ref, distance } = useDistanceFromTop();
  const [active, setActive] = useState<number>();
  // Who moves quicker than rows come is not held up: the row is there when it is read.
  const count = Math.max(
    rows.length + (more.isThere ? 1 : 0),
    more.isThere && active !== undefined ? active + 1 : 0,
  );
  const virtual = useWindowVirtualizer({
    count,
    estimateSize: () => (isWide ? ROW_PIXELS : CARD_PIXELS),
    overscan: 8,
    scrollMargin: distance,
    scrollPaddingStart: isWide ? HEAD_PIXELS : 0,
    getItemKey: index => rows[index]?.id ?? index,
  });
  const items = virtual.getVirtualItems();
  useKeptPlace(virtual);

  const last = items[items.length - 1]?.index ?? 0;
  useEffect(() => {
    const isNear = last + READ_AHEAD >= rows.length;
    if (isNear && more.isThere && !more.isFailed) more.read();
  }, [last, rows.length, more]);

  const open = useOpenTask();
  const place = useRef<number>();
  const move = (by: 1 | -1) => {
    // Not from state: keys come quicker than it is drawn.
    const bottom = more.isThere ? Infinity : rows.length - 1;
    const next = Math.min(Math.max((place.current ?? -1) + by, 0), bottom);
    place.current = next;
    setActive(next);
    virtual.scrollToIndex(next, { align: 'auto' });
  };
  const [areKeysOn] = useKeysSwitch();
  useKeys(
    {
      j: () => move(1),
      k: () => move(-1),
      '/': onFilter,
      Enter: () => {
        const row = rows[active ?? -1];
        if (row) open(row.id);
      },
    },
    areKeysOn,
  );

  return (
    <Paper
      ref={ref}
      role="table"
      aria-label={t('list.table')}
      aria-rowcount={more.isThere ? -1 : (total ?? rows.length) + 1}
      aria-busy={isOld}
      sx={{ opacity: isOld ? 0.5 : 1 }}
    >
      <TableHead isWide={isWide} height={HEAD_PIXELS} />
      <Box
        role="rowgroup"
        sx={{
          position: 'relative',
          height: virtual.getTotalSize(),
          // Nothing stands above the first card that it would have to be told from.
          ...(!isWide && { '& > [data-index="0"]': { borderTop: 'none' } }),
        }}
      >
        {items.map(({ index, key, start }) => (
          <RowFrame
            key={key}
            index={index}
            offset={start - distance}
            isActive={index === active}
            measure={virtual.measureElement}
            row={rows[index]}
            onOpen={open}
          >
            {rows[index] ? (
              <Row task={rows[index]} isWide={isWide} />
            ) : (
              <MoreRows isFailed={more.isFailed} onRetry={more.read} />
            )}
          </RowFrame>
        ))}
      </Box>
    </Paper>
  );
}

function Row({ task, isWide }: { task: TaskListItem; isWide: boolean }) {
  return isWide ? <TaskCells task={task} /> : <TaskCard task={task} />;
}

function useOpenTask() {
  const navigate = useNavigate();
  const route = useRouteRef(taskRouteRef);
  return useCallback(
    (id: string) => {
      const path = route?.({ id });
      if (path) navigate(path);
    },
    [navigate, route],
  );
}
