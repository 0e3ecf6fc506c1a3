import type { TaskListItem } from '@agent-tasks/backstage-plugin-agent-tasks-common';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import Typography from '@mui/material/Typography';
import { useMyRef } from '../../hooks/commands/useMyRef';
import { agentTasksTranslationRef } from '../../translations';
import { usePrincipalName } from '../text/PrincipalName';

/** Whom the task is assigned to, so that nobody does the same twice. */
export function WhoIsOnIt({ task }: { task: TaskListItem }) {
  const { t } = useTranslationRef(agentTasksTranslationRef);
  const me = useMyRef();
  const name = usePrincipalName(task.assignee);
  if (task.assignee === null) return null;
  return (
    <Typography variant="body2" sx={{ fontWeight: 600 }}>
      {task.assignee === me
        ? t('task.answer.youAreOnIt')
        : t('task.answer.onIt', { name })}
    </Typography>
  );
}
