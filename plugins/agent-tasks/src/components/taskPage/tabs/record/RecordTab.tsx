import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Box from '@mui/material/Box';
import { useTaskRecord } from '../../../../hooks/tasks/useTaskRecord';
import { agentTasksTranslationRef } from '../../../../translations';
import { visibleText } from '../../../../words/visibleText';
import { ErrorFace } from '../../../faces/ErrorFace';
import { LoadingRows } from '../../../faces/LoadingRows';
import { SectionTitle } from '../SectionTitle';
import { ChainNote } from './ChainNote';
import { CopyButton } from './CopyButton';
import { RecordJson } from './RecordJson';

/** Who allowed it, in one sentence to quote; whether the record is whole; and all of it. */
export function RecordTab({ task }: { task: Task }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const { data, error, refetch } = useTaskRecord(task.id, task.revision);
  if (!data) {
    return error ? (
      <ErrorFace error={error} onRetry={() => refetch()} />
    ) : (
      <LoadingRows rows={3} />
    );
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2.5 }}>
      <section>
        <SectionTitle>{t('task.record.title')}</SectionTitle>
        <Box
          component="blockquote"
          sx={{
            m: 0,
            mb: 1.5,
            pl: 2,
            borderLeft: '3px solid var(--bui-border-2)',
            fontSize: 'var(--bui-font-size-4)',
            lineHeight: 1.5,
            overflowWrap: 'anywhere',
          }}
        >
          {visibleText(data.sentence)}
        </Box>
        <CopyButton label={t('task.record.copy')} text={data.sentence} />
      </section>
      <ChainNote chain={data.chain} />
      <RecordJson record={data} />
    </Box>
  );
}
