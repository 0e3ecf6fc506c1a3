import type { ChainCheck } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import { agentTasksTranslationRef } from '../../../../translations';

/** Whether anybody changed the record after it was written. */
export function ChainNote({ chain }: { chain: ChainCheck }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  return chain.intact ? (
    <Alert severity="success">
      {t('task.record.intact', { lines: String(chain.count) })}
    </Alert>
  ) : (
    <Alert severity="error">
      {t('task.record.broken', { line: String(chain.brokenAt ?? '?') })}{' '}
      {t('task.record.brokenNext')}
    </Alert>
  );
}
