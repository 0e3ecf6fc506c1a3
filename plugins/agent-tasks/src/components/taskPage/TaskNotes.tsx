import type { Task } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { agentTasksTranslationRef } from '../../translations';
import { relativeTime } from '../../words/ages';
import { useNow } from '../text/Age';
import { usePrincipalName } from '../text/PrincipalName';
import { isStopping } from '../../words/headline';

const ADVICE = [
  'inspect_branch',
  'open_pull_request',
  'finish_or_close_pull_request',
] as const;

/** What a reader has to know before believing the rest. */
export function TaskNotes(props: {
  task: Task;
  unreadSince: string | null;
  onRetry: () => void;
}) {
  const { task, unreadSince, onRetry } = props;
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const now = useNow();
  const name = usePrincipalName(task.cancelRequestedBy);
  const age = (at: string) => relativeTime(new Date(at).getTime() - now);
  const advice = ADVICE.find(known => known === task.partial?.advice);
  return (
    <>
      {unreadSince && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" onClick={onRetry}>
              {t('face.retry')}
            </Button>
          }
        >
          {t('task.note.unread', { age: age(unreadSince) })}
        </Alert>
      )}
      {task.staleSince && (
        <Alert severity="warning">
          {t('task.note.stale', { age: age(task.staleSince) })}
        </Alert>
      )}
      {isStopping(task) && (
        <Alert severity="info">
          {task.cancelRequestedBy === 'system'
            ? t('task.note.stoppingBySystem')
            : t('task.note.stopping', { name })}
        </Alert>
      )}
      {advice && (
        <Alert severity="info">{t(`task.note.partial_${advice}`)}</Alert>
      )}
    </>
  );
}
