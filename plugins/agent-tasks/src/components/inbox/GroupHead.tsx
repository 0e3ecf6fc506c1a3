import { useRouteRef, useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import { RiZzzLine } from '@remixicon/react';
import { Link as RouterLink } from 'react-router-dom';
import { InboxGroup } from '../../hooks/inbox/inboxRows';
import { tasksRouteRef } from '../../routes';
import { agentTasksTranslationRef } from '../../translations';
import { attentionLooks } from '../../words/taskWords';

const headStyle = {
  display: 'flex',
  justifyContent: 'space-between',
  alignItems: 'center',
  px: 2,
  pt: 2,
  pb: 0.75,
  borderBottom: '1px solid var(--bui-border-1)',
} as const;

const nameStyle = {
  display: 'flex',
  alignItems: 'center',
  gap: 1,
  fontSize: 'var(--bui-font-size-2)',
  fontWeight: 600,
} as const;

/** Why the rows below wait, and how many there are. */
export function GroupHead(props: {
  group: InboxGroup;
  /** How many were sent. */
  shown: number;
  /** How many wait. */
  count: number;
  /** Of all tasks, for the rest. */
  search: string;
  rowIndex: number;
}) {
  const { group, shown, count, search, rowIndex } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const tasks = useRouteRef(tasksRouteRef);
  const Icon = group === 'snoozed' ? RiZzzLine : attentionLooks[group].Icon;
  const isCut = count > shown;
  return (
    <Box role="row" aria-rowindex={rowIndex} sx={headStyle}>
      <Box role="rowheader" aria-colspan={4} sx={nameStyle}>
        <Icon size={16} aria-hidden />
        {group === 'snoozed' && t('inbox.groupSnoozed')}
        {group === 'approval' && t('inbox.groupApprovals')}
        {group !== 'snoozed' && group !== 'approval' && t(`attention.${group}`)}
        <Box component="span" sx={{ color: 'var(--bui-fg-secondary)' }}>
          {isCut
            ? t('inbox.partOf', { shown: String(shown), total: String(count) })
            : count}
        </Box>
      </Box>
      <Box role="gridcell">
        {isCut && (
          <Link
            component={RouterLink}
            to={`${tasks?.() ?? ''}?${search}`}
            sx={{ fontSize: 'var(--bui-font-size-2)' }}
          >
            {t('inbox.seeAll')}
          </Link>
        )}
      </Box>
    </Box>
  );
}
