import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { agentTasksTranslationRef } from '../../../translations';
import { columns, onlyWide, onlyWidest } from './columns';

/** What the columns say; stays in sight. Cards need none, except for those who hear them. */
export function TableHead(props: { isWide: boolean; height: number }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  if (!props.isWide) return null;
  const cell = (words: string, look: object = {}) => (
    <Box role="columnheader" sx={look}>
      {words}
    </Box>
  );
  return (
    <Box role="rowgroup" sx={{ position: 'sticky', top: 0, zIndex: 1 }}>
      <Box
        role="row"
        aria-rowindex={1}
        sx={{
          ...columns,
          height: props.height,
          borderRadius: 'var(--bui-radius-3) var(--bui-radius-3) 0 0',
          backgroundColor: 'var(--bui-bg-neutral-1)',
          color: 'var(--bui-fg-secondary)',
          fontSize: 'var(--bui-font-size-2)',
          fontWeight: 600,
          whiteSpace: 'nowrap',
        }}
      >
        {cell(t('list.column.status'))}
        {cell(t('list.column.title'))}
        {cell(t('list.column.service'))}
        {cell(t('list.column.requester'), onlyWide)}
        {cell(t('list.column.owner'))}
        {cell(t('list.column.template'), onlyWidest)}
        {cell(t('list.column.updated'))}
        {cell(t('list.column.pullRequest'))}
        {cell(t('list.column.credits'), { ...onlyWide, textAlign: 'right' })}
      </Box>
    </Box>
  );
}
