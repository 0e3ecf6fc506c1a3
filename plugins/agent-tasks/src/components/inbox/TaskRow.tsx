import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { RiGroupLine, RiUserLine } from '@remixicon/react';
import { forwardRef, memo } from 'react';
import { InboxRow } from '../../hooks/inbox/inboxRows';
import { isStruck, RowFate } from '../../hooks/inbox/rowFate';
import { agentTasksTranslationRef } from '../../translations';
import { visibleText } from '../../words/visibleText';
import { StatusWord } from '../status/StatusWord';
import { Cost } from '../text/Cost';
import { PrincipalName } from '../text/PrincipalName';
import { useFateWords } from './useFateWords';
import { RowTime } from './RowTime';
import { areas, rowStyle } from './rowStyle';
import { reasonKey } from './rowWords';

interface TaskRowProps extends RowFate {
  row: InboxRow;
  /** Counted from 1, over all rows of the grid. */
  rowIndex: number;
  isSelected: boolean;
  onSelect: (id: string) => void;
}

/** One waiting task: what stands, what it is, why it waits, whose it is, how long, and its cost. */
const OneTaskRow = forwardRef<HTMLDivElement, TaskRowProps>(function TaskRowOf(
  { row, rowIndex, isSelected, onSelect, ...fate },
  ref,
) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { task } = row;
  const words = useFateWords(fate);
  const title = visibleText(task.title);
  return (
    <Box
      ref={ref}
      role="row"
      aria-rowindex={rowIndex}
      aria-selected={isSelected}
      tabIndex={isSelected ? 0 : -1}
      data-task={row.id}
      onClick={() => onSelect(row.id)}
      sx={rowStyle}
    >
      <Box role="gridcell" sx={areas.status}>
        <StatusWord status={task.status} />
      </Box>
      <Box role="gridcell" sx={areas.title}>
        <bdi>{isStruck(fate) ? <s>{title}</s> : title}</bdi>
      </Box>
      <Box role="gridcell" sx={areas.details}>
        <span>
          {task.entityRef ? (
            <PrincipalName principalRef={task.entityRef} />
          ) : (
            <bdi>{task.repository.slug}</bdi>
          )}
        </span>
        <Box component="span" sx={words ? { fontWeight: 600 } : undefined}>
          {words || t(reasonKey(task))}
        </Box>
        <Whose row={row} />
      </Box>
      <Box role="gridcell" sx={areas.time}>
        <RowTime task={task} />
      </Box>
      <Box role="gridcell" sx={areas.cost}>
        <RowCost row={row} />
      </Box>
    </Box>
  );
});

/** Who walks through hundreds of rows has two of them drawn anew at each step. */
export const TaskRow = memo(OneTaskRow);

function Whose({ row: { task } }: { row: InboxRow }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const owner = task.ownerRefs[0] ?? task.routedTo[0];
  const ref = task.assignee ?? owner;
  if (!ref) return <span>{t('inbox.noOwner')}</span>;
  const Icon = task.assignee ? RiUserLine : RiGroupLine;
  const label = t(task.assignee ? 'inbox.assignedTo' : 'inbox.ownedBy');
  return (
    <span title={label}>
      <Icon
        size={14}
        role="img"
        aria-label={label}
        style={{ verticalAlign: '-2px' }}
      />{' '}
      <PrincipalName principalRef={ref} />
    </span>
  );
}

function RowCost({ row: { task } }: { row: InboxRow }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { unit, actual, estimated } = task.cost;
  if (actual === null && estimated === null) return null;
  return (
    <>
      {actual === null && `${t('inbox.about')} `}
      <Cost unit={unit} amount={actual ?? estimated} />
    </>
  );
}
