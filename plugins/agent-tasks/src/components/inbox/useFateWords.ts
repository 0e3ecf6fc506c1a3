import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { RowFate } from '../../hooks/inbox/rowFate';
import { agentTasksTranslationRef } from '../../translations';
import { usePrincipalName } from '../text/PrincipalName';

/** What became of a row, in words; empty where nothing did. */
export function useFateWords({ hasLeft, pending, note }: RowFate): string {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const quicker = note?.kind === 'conflict' ? note.conflict.by : null;
  const name = usePrincipalName(quicker);
  switch (pending) {
    case undefined:
      break;
    case 'approve':
      return t('inbox.approving');
    case 'answer':
      return t('inbox.answering');
    default:
      return t('task.command.working');
  }
  switch (note?.kind) {
    case 'done':
      return t(`inbox.deed.${note.deed}`);
    case 'failed':
      return t('inbox.failed', { message: note.error.message });
    case 'conflict':
      return quicker ? t('inbox.conflictBy', { name }) : t('inbox.conflict');
    default:
      return hasLeft ? t('inbox.left') : '';
  }
}
