import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import { Conflict } from '../../hooks/commands/conflictOf';
import { agentTasksTranslationRef } from '../../translations';
import { usePrincipalName } from '../text/PrincipalName';

/** Tells the second of two people on one task what the first one did. */
export function ConflictNote({ conflict }: { conflict: Conflict }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const name = usePrincipalName(conflict.by);
  const { what, fresh } = conflict;
  // Each sentence takes what it has a place for.
  const told = t(`task.update.conflict_${what}`, {
    name,
    status: t(`status.${fresh.status}`),
  });
  return (
    <Alert severity="warning">
      {name
        ? t('task.update.quicker', { name, what: told })
        : t('task.update.quickerUnknown', { what: told })}{' '}
      {t('task.update.conflictNext')}
    </Alert>
  );
}
